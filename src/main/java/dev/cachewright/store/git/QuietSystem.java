package dev.cachewright.store.git;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// The system as JGit sees it, where the clock of a file system is not measured.
///
/// JGit measures it by writing files into the repository and keeps the result in the home of the user, which takes up
/// to seconds. It is about files that change while they are read: two seconds are the most that file systems leave open.
final class QuietSystem extends SystemReader.Delegate {

    private static final long COARSEST_SECONDS = 2;
    private static final String FILE_SYSTEM = "filesystem";

    private QuietSystem(SystemReader usual) {
        super(usual);
    }

    /// From here on JGit measures nothing.
    static void install() {
        SystemReader now = SystemReader.getInstance();
        if (!(now instanceof QuietSystem)) {
            SystemReader.setInstance(new QuietSystem(now));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        FileBasedConfig usual = super.openUserConfig(parent, fs);
        return new FileBasedConfig(usual, null, fs) {
            @Override
            public void load() throws IOException, ConfigInvalidException {
                usual.load();
            }

            @Override
            public boolean isOutdated() {
                return usual.isOutdated();
            }

            @Override
            public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
                return section.equals(FILE_SYSTEM) ? unit.convert(COARSEST_SECONDS, TimeUnit.SECONDS)
                        : super.getTimeUnit(section, subsection, name, otherwise, unit);
            }
        };
    }
}
