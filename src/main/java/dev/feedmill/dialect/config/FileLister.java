package dev.feedmill.dialect.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** Lists files below folders of a site, within the limits; skips hidden folders and installed packages. */
final class FileLister {
    private final Path root;
    private final ConfigurationFiles read;

    FileLister(Path root, ConfigurationFiles read) {
        this.root = root;
        this.read = read;
    }

    /** Returns paths below a folder whose names match, in order. */
    List<String> of(String folder, Predicate<String> wanted) {
        Path start = root.resolve(folder);
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(start)) {
            return found;
        }
        int depth = read.limits().depth();
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, visitor(start, wanted, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private SimpleFileVisitor<Path> visitor(Path start, Predicate<String> wanted, List<String> found) {
        return new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return !inner.equals(start) && isLeft(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isDirectory()) {
                    tooDeep(file);
                    return FileVisitResult.CONTINUE;
                }
                if (++seen > read.limits().files()) {
                    String most = "the folder must not hold more than "
                            + read.limits().files() + " files";
                    read.recordLimit(start, most, "generator.max-files");
                    return FileVisitResult.TERMINATE;
                }
                if (wanted.test(name(file))) {
                    found.add(name(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                // The scan reports files that cannot be read.
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private static boolean isLeft(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".") || name.equals("node_modules");
    }

    private void tooDeep(Path folder) {
        if (!isLeft(folder)) {
            String most = "folders must not stand more than " + read.limits().depth() + " deep in one another";
            read.recordLimit(folder, most, "generator.max-depth");
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
