package dev.feedmill.runtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;

/** The file of a Unix socket on which this process listens. */
public final class SocketFile implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel channel;

    private SocketFile(Path path, ServerSocketChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the file and listens on it. A file that a killed process left behind is replaced.
     *
     * @param mode permissions as octal digits, such as {@code 660}
     * @param owner {@code user}, {@code user:group}, {@code :group}, or empty for those of the process
     * @param waiting connections that may wait to be accepted
     */
    public static SocketFile bind(Path path, String mode, String owner, int waiting) throws IOException {
        removeLeftOver(path);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path), waiting);
            PosixFileAttributeView file = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            own(file, path.getFileSystem().getUserPrincipalLookupService(), owner);
            file.setPermissions(permissions(mode));
            return new SocketFile(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void removeLeftOver(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther()) {
            throw new FileSystemException(path.toString(), null, "is no socket");
        }
        if (isInUse(path)) {
            throw new FileSystemException(path.toString(), null, "another process listens there");
        }
        Files.delete(path);
    }

    private static boolean isInUse(Path path) throws IOException {
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static void own(PosixFileAttributeView file, UserPrincipalLookupService names, String owner)
            throws IOException {
        String[] parts = owner.split(":", 2);
        if (!parts[0].isEmpty()) {
            file.setOwner(names.lookupPrincipalByName(parts[0]));
        }
        if (parts.length == 2 && !parts[1].isEmpty()) {
            file.setGroup(names.lookupPrincipalByGroupName(parts[1]));
        }
    }

    private static Set<PosixFilePermission> permissions(String mode) {
        int bits = Integer.parseInt(mode, 8);
        char[] letters = "rwxrwxrwx".toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if ((bits & (0400 >> i)) == 0) {
                letters[i] = '-';
            }
        }
        return PosixFilePermissions.fromString(new String(letters));
    }

    public ServerSocketChannel channel() {
        return channel;
    }

    /** Stops listening, and removes the file. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
