package dev.feedmill.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What tests print, in a file; parts of it can be read while it grows. */
final class OutputFile implements AutoCloseable {
    private static final int SHOWN = 64 * 1024;
    private final FileChannel file;
    private final PrintStream stream;

    OutputFile(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        OutputStream bytes = Channels.newOutputStream(file);
        stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    PrintStream stream() {
        return stream;
    }

    /** Bytes written so far. */
    long length() {
        stream.flush();
        try {
            return file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text from a place on; only its end where it is long. */
    String since(long place) {
        long end = length();
        long start = Math.max(place, end - SHOWN);
        ByteBuffer part = ByteBuffer.allocate((int) (end - start));
        try {
            int read = file.read(part, start);
            while (read > 0 && part.hasRemaining()) {
                read = file.read(part, start + part.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = StandardCharsets.UTF_8.decode(part.flip()).toString();
        return start > place ? "…" + text : text;
    }

    @Override
    public void close() {
        stream.close();
    }
}
