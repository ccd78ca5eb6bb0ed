package dev.feedmill.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of the files that exports wrote, kept beside them: no other file is ever replaced or removed. A path is
 * added before its file is written, so that an export that is killed leaves no file unknown to the next one.
 */
final class Manifest {
    static final String NAME = ".feedmill-export";
    private static final String FIRST = "# files that feedmill export wrote here; it touches no others\n";

    private final Path file;
    private final Set<String> paths;

    private Manifest(Path file, Set<String> paths) {
        this.file = file;
        this.paths = paths;
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /** The manifest of a folder; empty if there is none. */
    static Manifest of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Set<String> paths = new TreeSet<>();
        if (isIn(folder)) {
            // A killed export may have cut the last line; its file was not written yet.
            String text = Files.readString(file);
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(line -> folder.resolve(line).normalize().startsWith(folder))
                    .forEach(paths::add);
        }
        return new Manifest(file, paths);
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** All paths, a copy. */
    Set<String> paths() {
        return new TreeSet<>(paths);
    }

    /** Adds a path whose file is written next. */
    void add(String path) throws IOException {
        if (paths.add(path)) {
            String line = (Files.exists(file) ? "" : FIRST) + path + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** The bytes of a manifest with these paths. */
    static byte[] bytes(Set<String> paths) {
        StringBuilder text = new StringBuilder(FIRST);
        new TreeSet<>(paths).forEach(path -> text.append(path).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
