package dev.feedmill.export;

import dev.feedmill.http.message.FilePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of an export. Files whose bytes are the same keep their times; all others are replaced in one step. */
final class TargetFolder {
    /** Files are written here first. */
    private static final String UNFINISHED = ".feedmill-export.tmp";

    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final boolean isCheck;
    private final Manifest manifest;
    private final Set<String> written = new TreeSet<>();
    private final List<String> created = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private int unchanged;

    private TargetFolder(Path folder, boolean isCheck, Manifest manifest) {
        this.folder = folder;
        this.isCheck = isCheck;
        this.manifest = manifest;
    }

    /**
     * Opens a folder that is empty, or holds an earlier export; creates it if it is not there.
     *
     * @param isCheck whether files are only compared
     * @throws ExportException if the folder holds something else
     */
    static TargetFolder open(Path folder, boolean isCheck) throws IOException, ExportException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ExportException(folder + " must be a folder");
        }
        if (Files.isDirectory(folder) && !Manifest.isIn(folder) && !isEmpty(folder)) {
            throw new ExportException(
                    folder + " must be empty or hold an earlier export; there is no " + Manifest.NAME + " in it");
        }
        if (!isCheck) {
            Files.createDirectories(folder);
        }
        return new TargetFolder(folder, isCheck, Manifest.of(folder));
    }

    /** Whether a folder is empty; the .git folder of a working tree does not count. */
    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(
                    file -> String.valueOf(file.getFileName()).matches("\\.git|\\.feedmill-export\\.tmp"));
        }
    }

    /** Whether the file system ignores the case of letters in names. */
    boolean ignoresCase() {
        return Files.exists(folder.resolve(Manifest.NAME.toUpperCase(Locale.ROOT)));
    }

    /**
     * Writes a file.
     *
     * @return why it cannot be written; null if it was
     */
    @Nullable
    String write(String path, byte[] bytes) throws IOException {
        return write(path, file -> isSame(file, bytes), out -> out.write(bytes));
    }

    /** Copies a file of the articles folder. */
    @Nullable
    String copy(String path, FilePart part) throws IOException {
        return write(path, file -> isSame(file, part), out -> {
            try (InputStream in = open(part)) {
                in.transferTo(out);
            }
        });
    }

    private interface Comparison {
        boolean holds(Path file) throws IOException;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private @Nullable String write(String path, Comparison same, Content content) throws IOException {
        Path file = folder.resolve(path);
        boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && same.holds(file)) {
            unchanged++;
            return written(path);
        }
        if (isThere && !manifest.has(path) && !holdsOnlyOwn(file)) {
            return "something that no export wrote is there";
        }
        (isThere ? changed : created).add(path);
        if (isCheck) {
            return written(path);
        }
        makeWay(path, file);
        manifest.add(path);
        replace(file, content);
        return written(path);
    }

    private void replace(Path file, Content content) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            content.writeTo(out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private @Nullable String written(String path) throws IOException {
        written.add(path);
        if (!isCheck) {
            manifest.add(path);
        }
        return null;
    }

    /** Whether this is a folder in whose place an export may put a file. */
    private boolean holdsOnlyOwn(Path file) throws IOException {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> below = Files.walk(file)) {
            return below.filter(Files::isRegularFile).allMatch(each -> manifest.has(relative(each)));
        }
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Removes files of earlier exports where a folder must be, and folders where a file must be. */
    private void makeWay(String path, Path file) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            if (manifest.has(above) && Files.isRegularFile(folder.resolve(above))) {
                Files.delete(folder.resolve(above));
            }
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            for (String below : manifest.paths()) {
                if (below.startsWith(path + "/")) {
                    remove(below);
                }
            }
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
    }

    /** Removes what earlier exports wrote and this one did not; lists the paths. */
    List<String> finish() throws IOException {
        Set<String> gone = manifest.paths();
        gone.removeAll(written);
        List<String> removed = new ArrayList<>();
        for (String path : gone) {
            if (Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                removed.add(path);
                if (!isCheck) {
                    remove(path);
                }
            }
        }
        byte[] bytes = Manifest.bytes(written);
        Path file = folder.resolve(Manifest.NAME);
        if (!isCheck && !(Files.exists(file) && isSame(file, bytes))) {
            replace(file, out -> out.write(bytes));
        }
        return removed;
    }

    List<String> created() {
        return created;
    }

    List<String> changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    /** Removes a file, and the folders above it that are empty then. */
    private void remove(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.deleteIfExists(file);
        for (Path above = file.getParent();
                above != null && !folder.equals(above) && above.startsWith(folder);
                above = above.getParent()) {
            try {
                Files.deleteIfExists(above);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static boolean isSame(Path file, byte[] bytes) throws IOException {
        return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static boolean isSame(Path file, FilePart part) throws IOException {
        if (Files.size(file) != part.range().length()) {
            return false;
        }
        try (InputStream there = Files.newInputStream(file);
                InputStream here = open(part)) {
            byte[] one = there.readNBytes(BUFFER);
            while (one.length > 0) {
                if (!Arrays.equals(one, here.readNBytes(one.length))) {
                    return false;
                }
                one = there.readNBytes(BUFFER);
            }
            return true;
        }
    }

    private static InputStream open(FilePart part) throws IOException {
        FileChannel channel = part.openIfSame();
        if (channel == null) {
            throw new IOException(part.file().path() + " changes while it is exported; export again");
        }
        return Channels.newInputStream(channel);
    }
}
