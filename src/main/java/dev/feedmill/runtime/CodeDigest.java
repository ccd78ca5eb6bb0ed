package dev.feedmill.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest of packages as built: a new digest means that their code may behave differently. It is the same for classes
 * in a folder and in a jar. With it, no version number has to be raised by hand, not even for a new version of a
 * library.
 */
public final class CodeDigest {
    private static final String IN_JAR = "jar:";
    private final CRC32 sum = new CRC32();

    private CodeDigest() {}

    /**
     * The digest of all files in the packages of these classes and below, and of the version of Java, since the code
     * depends on its tables.
     */
    public static String of(Class<?>... anchors) {
        CodeDigest digest = new CodeDigest();
        digest.add("java", Runtime.version().feature());
        for (Class<?> anchor : anchors) {
            digest.files(anchor).forEach(digest::add);
        }
        return Long.toHexString(digest.sum.getValue());
    }

    private void add(String name, long content) {
        sum.update((name + " " + content + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Checksums by file name. */
    private SortedMap<String, Long> files(Class<?> anchor) {
        String folder = anchor.getPackageName().replace('.', '/') + "/";
        try {
            Path place = place(anchor);
            return Files.isDirectory(place) ? inFolder(place, folder) : inJar(place, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or the folder of a class; a class from a class archive may have no code source. */
    private static Path place(Class<?> anchor) {
        String file = anchor.getName().replace('.', '/') + ".class";
        String url =
                Objects.requireNonNull(anchor.getResource("/" + file), file).toString();
        String root = url.substring(0, url.length() - file.length());
        return Path.of(URI.create(root.startsWith(IN_JAR) ? root.substring(IN_JAR.length(), root.length() - 2) : root));
    }

    private static SortedMap<String, Long> inFolder(Path place, String folder) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(place.resolve(folder))) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                CRC32 content = new CRC32();
                content.update(Files.readAllBytes(file));
                files.put(place.relativize(file).toString().replace('\\', '/'), content.getValue());
            }
        }
        return files;
    }

    /** Checksums from a jar, which stores them. */
    private static SortedMap<String, Long> inJar(Path place, String folder) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        try (ZipFile jar = new ZipFile(place.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                    files.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return files;
    }
}
