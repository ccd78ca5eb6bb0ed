package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders below a root on which other file systems are mounted; empty if the system does not list mounts. */
final class MountPoints {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;

    private final Path root;

    MountPoints(Path root) {
        this.root = root;
    }

    /** Paths of the mount points now, in the library's form. */
    Set<String> now() {
        Set<String> names = new TreeSet<>();
        if (Files.isReadable(TABLE)) {
            try {
                Path real = root.toRealPath();
                for (String line : Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1)) {
                    List<String> fields = Arrays.asList(line.split(" ", -1));
                    if (fields.size() > MOUNT_POINT) {
                        add(names, real, Path.of(decoded(fields.get(MOUNT_POINT))));
                    }
                }
            } catch (IOException e) {
                return Set.of();
            }
        }
        return names;
    }

    private void add(Set<String> names, Path real, Path point) {
        if (point.startsWith(real) && !point.equals(real)) {
            names.add(FolderPath.name(root, root.resolve(real.relativize(point))));
        }
    }

    /** Former mount points that are not mounted now and whose folders are empty. */
    Set<String> missing(Set<String> before) {
        Set<String> missing = new TreeSet<>(before);
        missing.removeAll(before.isEmpty() ? Set.of() : now());
        missing.removeIf(name -> !isEmptyFolder(FolderPath.file(root, name)));
        return missing;
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Decodes a mount table path: spaces and similar bytes are octal escapes, all others stand for themselves. */
    private static String decoded(String written) {
        byte[] bytes = new byte[written.length()];
        int length = 0;
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '\\' && i + 3 < written.length()) {
                bytes[length++] = (byte) Integer.parseInt(written.substring(i + 1, i + 4), 8);
                i += 3;
            } else {
                bytes[length++] = (byte) written.charAt(i);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
