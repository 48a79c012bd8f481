package dev.cachewright.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitVersionTest {

    @TempDir
    private Path folder;

    private static String text(GitVersion version, Path file) throws IOException {
        return new String(version.files().of(file), StandardCharsets.UTF_8);
    }

    @Test
    void filesAreAsTheyWereCommitted() throws IOException, GitAPIException {
        Path file = Repositories.write(folder, "deep/a.prompt", "before");
        Repositories.commit(folder);
        Files.writeString(file, "after");

        for (String ref : List.of("HEAD", "main", "v1", "main~0")) {
            try (var version = new GitVersion(ref)) {
                assertThat(text(version, file)).as(ref).isEqualTo("before");
                assertThat(version.whyNothing(file)).isEmpty();
            }
        }
    }

    @Test
    void aFileThatIsGoneFromDiskIsStillThere() throws IOException, GitAPIException {
        Path file = Repositories.write(folder, "deep/tools.json", "[]");
        Repositories.commit(folder);
        Files.delete(file);
        Files.delete(file.getParent());

        try (var version = new GitVersion("HEAD")) {
            assertThat(version.files().of(folder.resolve("./deep/../deep/tools.json"))).asString().isEqualTo("[]");
        }
    }

    @Test
    void aNewFileIsSaidToBeNew() throws IOException, GitAPIException {
        Repositories.write(folder, "a.prompt", "a");
        Repositories.commit(folder);
        Path added = Repositories.write(folder, "b.prompt", "b");

        try (var version = new GitVersion("main")) {
            assertThat(version.whyNothing(added)).hasValue("It is new since main: there is nothing to compare it with");
            assertThat(version.whyNothing(folder.resolve("a.prompt/x"))).isPresent();
            assertThatThrownBy(() -> version.files().of(added)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void aFolderWithoutRepositoryIsSaid() throws IOException {
        Path file = Repositories.write(folder, "a.prompt", "a");

        try (var version = new GitVersion("main")) {
            assertThat(version.whyNothing(file))
                    .hasValue("It is not in a git repository: there is nothing to compare it with");
        }
    }

    @Test
    void aNameThatNothingHasIsRefused() throws IOException, GitAPIException {
        Path file = Repositories.write(folder, "a.prompt", "a");
        Repositories.commit(folder);

        for (String ref : List.of("mian", "no such:thing", "HEAD~7", "^")) {
            try (var version = new GitVersion(ref)) {
                assertThatThrownBy(() -> version.whyNothing(file)).isInstanceOf(InputException.class)
                        .hasMessage("--baseline: the git repository has no " + ref
                                + ": name a commit, branch or tag that was fetched");
            }
        }
    }

    @Test
    void lineEndsAreThoseOfACheckout() throws IOException, GitAPIException {
        Repositories.write(folder, ".gitattributes", "*.json text eol=crlf\n");
        Path file = Repositories.write(folder, "tools.json", "[\r\n]\r\n");
        Repositories.commit(folder);

        try (var version = new GitVersion("HEAD")) {
            assertThat(text(version, file)).isEqualTo("[\r\n]\r\n");
        }
    }

    @Test
    void linksAreFollowedWithinTheRepository() throws IOException, GitAPIException {
        Repositories.write(folder, "real/tools.json", "[1]");
        Path link = Files.createSymbolicLink(folder.resolve("tools.json"), Path.of("real/tools.json"));
        Path outside = Files.createSymbolicLink(folder.resolve("out.json"), Path.of("../elsewhere.json"));
        Repositories.commit(folder);

        try (var version = new GitVersion("HEAD")) {
            assertThat(text(version, link)).isEqualTo("[1]");
            assertThatThrownBy(() -> version.files().of(outside)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void nothingIsWrittenIntoTheRepository() throws IOException, GitAPIException {
        Path file = Repositories.write(folder, "a.prompt", "a");
        Repositories.commit(folder);
        List<Path> before = all();

        try (var version = new GitVersion("HEAD")) {
            assertThat(text(version, file)).isEqualTo("a");
        }

        assertThat(all()).isEqualTo(before);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
