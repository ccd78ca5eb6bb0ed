package dev.feedmill.library;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.FolderPath;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder, or below one of its folders, at one look: links are followed, but not in circles; hidden files and
 * folders are left out.
 *
 * @param files stamps by path, in no order
 * @param unseen folders that could not be listed; empty text for the whole
 */
record FolderView(Map<String, Stamp> files, List<String> unseen, List<Problem> problems) {
    /** Looks at {@code start}, the root or a folder below it; each folder is told before its content is listed. */
    static FolderView of(Path root, Path start, Consumer<Path> folders) {
        FolderView view = new FolderView(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, view.visitor(root, folders));
        } catch (IOException e) {
            view.unseen(name(root, start), e);
        }
        return view;
    }

    /** The path of a file as the library names it. */
    static String name(Path root, Path file) {
        return FolderPath.name(root, file);
    }

    static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    /** Whether the view cannot tell what is at this path. */
    boolean isUnseen(String path) {
        return unseen.stream().anyMatch(folder -> folder.isEmpty() || path.startsWith(folder + "/"));
    }

    private void unseen(String folder, IOException fault) {
        unseen.add(folder);
        problems.add(new Problem(
                Location.of(folder.isEmpty() ? "." : folder),
                Problem.Kind.UNREADABLE,
                "the folder must be readable; what was known of it is kept: " + fault));
    }

    private SimpleFileVisitor<Path> visitor(Path root, Consumer<Path> folders) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && isHidden(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.accept(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                add(file, attributes.isRegularFile() ? Stamp.of(attributes) : Stamp.UNKNOWN);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                if (Files.isDirectory(file) && !isHidden(file)) {
                    if (!(fault instanceof java.nio.file.FileSystemLoopException)) {
                        unseen(name(root, file), fault);
                    }
                } else if (file.equals(root)) {
                    unseen("", fault);
                } else {
                    add(file, Stamp.UNKNOWN);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
                if (fault != null) {
                    unseen(name(root, folder), fault);
                }
                return FileVisitResult.CONTINUE;
            }

            private void add(Path file, Stamp stamp) {
                if (!isHidden(file) && ArticleReader.isArticle(String.valueOf(file.getFileName()))) {
                    files.put(name(root, file), stamp);
                }
            }
        };
    }
}
