package dev.feedmill.moving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** Replaces the content of a file atomically; keeps its permissions, owner and time. */
final class FileReplacer {
    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileReplacer() {}

    /**
     * Replaces the content. No reader ever sees half of it; on failure, the file is unchanged.
     *
     * @param before expected content; a file with other content is left alone
     * @throws IOException if the file is read-only, has changed or cannot be written
     */
    static void replace(Path link, byte[] before, byte[] after) throws IOException {
        // Resolves the link, so that it stays a link.
        Path file = link.toRealPath();
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean readOnly = posix == null
                ? !Files.isWritable(file)
                : !Files.isWritable(file)
                        || posix.readAttributes().permissions().stream().noneMatch(WRITING::contains);
        if (readOnly) {
            throw new AccessDeniedException(file.toString(), null, "the file is read-only");
        }
        FileTime time = Files.getLastModifiedTime(file);
        // Feedmill ignores files whose names begin with a dot.
        Path copy = Files.createTempFile(file.getParent(), ".feedmill-", ".tmp");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel out =
                    FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer all = ByteBuffer.wrap(after);
                while (all.hasRemaining()) {
                    out.write(all);
                }
                out.force(true);
            }
            Files.setLastModifiedTime(copy, time);
            if (!Arrays.equals(before, Files.readAllBytes(file))) {
                throw new IOException("the file was written to in the meantime");
            }
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
