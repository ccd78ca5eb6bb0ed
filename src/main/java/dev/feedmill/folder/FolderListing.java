package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listing of a folder or subfolder: symbolic links are followed, except in cycles; hidden files and folders are left
 * out.
 *
 * @param files stamps by path, in no order
 * @param unread texts that are not read, if requested
 * @param unseen folders that could not be listed and names that could not be inspected; an empty string means the
 *     whole folder
 */
record FolderListing(
        Map<String, FileStamp> files, Set<String> unseen, List<Problem> problems, UnsupportedTexts unread) {
    /**
     * Lists {@code start}, the root or a folder below it.
     *
     * @param articles whether the file at a path is one
     * @param folders receives each folder before its content is listed
     */
    static FolderListing of(Path root, Path start, Predicate<String> articles, Consumer<Path> folders) {
        return of(root, start, articles, path -> false, folders);
    }

    /**
     * Lists a folder, with texts that are not read.
     *
     * @param others whether the file at a path is such a text
     */
    static FolderListing of(
            Path root, Path start, Predicate<String> articles, Predicate<String> others, Consumer<Path> folders) {
        FolderListing listing =
                new FolderListing(new HashMap<>(), new HashSet<>(), new ArrayList<>(), new UnsupportedTexts());
        try {
            Files.walkFileTree(
                    start,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    listing.visitor(root, articles, others, folders));
        } catch (IOException e) {
            listing.unseen(name(root, start), e);
        }
        return listing;
    }

    /** The path of a file in the library's form. */
    static String name(Path root, Path file) {
        return FolderPath.name(root, file);
    }

    static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    /** Whether it is unknown what is at this path. */
    boolean isUnseen(String path) {
        if (unseen.contains("") || unseen.contains(path)) {
            return true;
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (unseen.contains(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /** Marks a folder as unseen because its file system is not mounted now. */
    void unmounted(String path) {
        unseen.add(path);
        problems.add(new Problem(
                Location.of(path),
                Problem.Kind.UNREADABLE,
                "the folder must be mounted, as it was when it was last read; what was known of it is kept"));
    }

    private void unseen(String path, IOException fault) {
        unseen.add(path);
        problem(path, "the folder must be readable", fault);
    }

    /** Marks a name in a folder as unseen: it cannot be determined whether it is a file or a folder. */
    private void unseenIn(String folder, String path, IOException fault) {
        unseen.add(path);
        problem(folder, "what is in the folder must be readable", fault);
    }

    private void problem(String folder, String wanted, IOException fault) {
        String place = folder.isEmpty() ? "." : folder;
        if (problems.stream().noneMatch(problem -> problem.location().file().equals(place))) {
            problems.add(new Problem(
                    Location.of(place),
                    Problem.Kind.UNREADABLE,
                    wanted + "; what was known of it is kept: " + FileErrors.reason(fault)));
        }
    }

    private SimpleFileVisitor<Path> visitor(
            Path root, Predicate<String> articles, Predicate<String> others, Consumer<Path> folders) {
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
                if (isHidden(file)) {
                    return FileVisitResult.CONTINUE;
                }
                String name = name(root, file);
                if (articles.test(name)) {
                    files.put(name, attributes.isRegularFile() ? WriteDebouncer.look(file) : FileStamp.UNKNOWN);
                } else if (attributes.isSymbolicLink()) {
                    link(root, file);
                } else if (others.test(name)) {
                    unread.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                if (file.equals(root)) {
                    unseen("", fault);
                } else if (isHidden(file) || fault instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                } else if (Files.isDirectory(file)) {
                    unseen(name(root, file), fault);
                } else if (!WriteDebouncer.look(file).equals(WriteDebouncer.ABSENT)) {
                    unseenIn(name(root, file.resolveSibling(".").normalize()), name(root, file), fault);
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

            /** Marks a dangling link as unseen, since it may stand for a folder. */
            private void link(Path root, Path link) {
                try {
                    Files.readAttributes(link, BasicFileAttributes.class);
                } catch (NoSuchFileException e) {
                    return;
                } catch (IOException e) {
                    unseen(name(root, link), e);
                }
            }
        };
    }
}
