import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Puts the class path into two jars: the program's own and one of all libraries, without what is left out. Each jar
/// more would be opened and looked through for services before the first frame.
///
/// @param from the folder of the jars
/// @param to the folder to make
/// @param leftOut what no package needs
record Libraries(Path from, Path to, LeftOut leftOut) {

    private static final String OWN = "cachewright-";
    /// What every start reads is not compressed.
    private static final String READ_AT_START = ".*\\.(otf|ttf|bss)";
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";

    /// The names of the jars that are in it.
    List<String> join() throws IOException {
        Files.createDirectories(to);
        var names = new ArrayList<String>();
        Map<String, ByteArrayOutputStream> services = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        try (var out = new ZipOutputStream(Files.newOutputStream(to.resolve("libraries.jar")))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            write(out, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
            for (Path jar : Trees.list(from)) {
                String name = jar.getFileName().toString();
                if (name.startsWith(OWN)) {
                    Files.copy(jar, to.resolve(name));
                } else if (name.endsWith(".jar") && !leftOut.isWhole(name)) {
                    names.add(name);
                    add(jar, out, services, seen);
                }
            }
            for (var service : services.entrySet()) {
                write(out, service.getKey(), service.getValue().toByteArray());
            }
        }
        return names;
    }

    private void add(Path jar, ZipOutputStream out, Map<String, ByteArrayOutputStream> services,
            Map<String, String> seen) throws IOException {
        String name = jar.getFileName().toString();
        try (var in = new ZipFile(jar.toFile())) {
            var old = new OldClasses(in);
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                String path = entry.getName();
                if (entry.isDirectory() || isForBuilds(path) || leftOut.isEntry(name, path)) {
                    continue;
                }
                byte[] read = in.getInputStream(entry).readAllBytes();
                byte[] bytes = path.endsWith(".class") ? old.renewed(read) : read;
                if (path.startsWith("META-INF/services/")) {
                    var all = services.computeIfAbsent(path, key -> new ByteArrayOutputStream());
                    all.write(bytes);
                    all.write('\n');
                    continue;
                }
                // Licences and notices of all jars have the same few names.
                String target = path.matches("META-INF/[^/]*(LICENSE|NOTICE|DEPENDENCIES|license|notice)[^/]*|LICENSE.*")
                        ? "META-INF/from/" + name + "/" + path.replaceFirst("^META-INF/", "")
                        : path;
                String other = seen.putIfAbsent(target, name);
                if (other == null) {
                    write(out, target, bytes);
                } else if (target.endsWith(".class")) {
                    throw new IllegalStateException(target + " is in " + other + " and in " + name);
                }
            }
        }
    }

    private static boolean isForBuilds(String path) {
        return path.equals("META-INF/MANIFEST.MF") || path.equals("META-INF/INDEX.LIST")
                || path.endsWith("module-info.class") || path.startsWith("META-INF/maven/")
                || path.startsWith("META-INF/proguard/") || path.matches("META-INF/[^/]*\\.(SF|RSA|DSA)");
    }

    private static void write(ZipOutputStream out, String path, byte[] bytes) throws IOException {
        var entry = new ZipEntry(path);
        if (path.matches(READ_AT_START)) {
            var sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
