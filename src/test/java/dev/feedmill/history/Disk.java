package dev.feedmill.history;

import dev.feedmill.history.Operation.Manner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Carries out operations in the folder as people and programs do. */
final class Disk {
    private final Path folder;
    private final Path elsewhere;
    private final Commands commands;

    /** @param elsewhere an empty folder for what is made outside of the articles folder first */
    Disk(Path folder, Path elsewhere, Commands commands) {
        this.folder = folder;
        this.elsewhere = elsewhere;
        this.commands = commands;
    }

    void run(Operation operation) throws IOException, InterruptedException {
        switch (operation.manner()) {
            case REPLACED -> {
                Path copy = fresh("copy");
                copy(folder, copy, false);
                apply(copy, operation, Manner.IN_PLACE);
                clear(folder);
                copy(copy, folder, false);
            }
            case GIT_PULL -> commands.pull(other -> apply(other, operation, Manner.IN_PLACE));
            case RSYNC_TIMES, RSYNC_CHECKSUM -> {
                Path copy = fresh("copy");
                copy(folder, copy, true);
                apply(copy, operation, Manner.IN_PLACE);
                commands.rsync(copy, operation.manner() == Manner.RSYNC_TIMES ? "-a" : "-rc");
            }
            default -> apply(folder, operation, operation.manner());
        }
    }

    /** Makes a file that is there whole from the first moment. */
    void put(String path, String text) throws IOException {
        Path hidden = folder.resolve(".put");
        Files.writeString(hidden, text);
        Files.move(hidden, folder.resolve(path), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    /** Does the steps one after the other, in a folder where nobody looks on. */
    static void apply(Path root, Operation operation, Manner manner) {
        try {
            for (Step step : operation.steps()) {
                apply(root, step, manner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void apply(Path root, Step step, Manner manner) throws IOException {
        if (step instanceof Step.Write write) {
            Path file = root.resolve(write.path());
            Files.createDirectories(file.resolveSibling("."));
            write(file, write.post().bytes(), manner);
        } else if (step instanceof Step.Move move) {
            Path to = root.resolve(move.to());
            Files.createDirectories(to.resolveSibling("."));
            Files.move(root.resolve(move.from()), to, StandardCopyOption.ATOMIC_MOVE);
        } else if (step instanceof Step.Delete delete) {
            Files.delete(root.resolve(delete.path()));
        } else if (step instanceof Step.Touch touch) {
            Path file = root.resolve(touch.path());
            Instant before = Files.getLastModifiedTime(file).toInstant();
            Files.setLastModifiedTime(file, FileTime.from(before.plus(Duration.ofMillis(-1_500))));
        }
    }

    private static void write(Path file, byte[] bytes, Manner manner) throws IOException {
        if (!Files.exists(file) || manner == Manner.IN_PLACE) {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(bytes, 0, bytes.length / 2);
                out.flush();
                out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            }
            return;
        }
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        switch (manner) {
            case RENAMED_OVER -> {
                Files.write(beside, bytes);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            case BACKED_UP -> {
                Path backup = file.resolveSibling(file.getFileName() + "~");
                Files.move(file, backup, StandardCopyOption.REPLACE_EXISTING);
                Files.write(file, bytes);
                Files.delete(backup);
            }
            case OLD_TIME -> {
                FileTime before = Files.getLastModifiedTime(file);
                Files.write(beside, bytes);
                Files.setLastModifiedTime(beside, before);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            default -> throw new IllegalArgumentException(manner.toString());
        }
    }

    private Path fresh(String name) throws IOException {
        Path made = elsewhere.resolve(name);
        if (Files.exists(made)) {
            clear(made);
        }
        return Files.createDirectories(made);
    }

    /** What a shell's {@code *} stands for: all but hidden files. */
    private static void clear(Path root) throws IOException {
        for (Path file : below(root)) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to, boolean withTimes) throws IOException {
        List<Path> files = below(from);
        for (int i = files.size() - 1; i >= 0; i--) {
            Path copy = to.resolve(from.relativize(files.get(i)).toString());
            if (withTimes) {
                Files.copy(files.get(i), copy, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                Files.copy(files.get(i), copy);
            }
        }
    }

    /** All below, what is in a folder before the folder. */
    private static List<Path> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .filter(file -> !root.relativize(file).toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
