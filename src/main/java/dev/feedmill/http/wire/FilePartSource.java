package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;

/** A part of a file as content for Jetty, which fails when the file is overwritten meanwhile. */
final class FilePartSource implements Content.Source {
    private final FilePart part;
    private final Content.Source bytes;

    FilePartSource(FilePart part, FileChannel file, ByteBufferPool.Sized pool) {
        this.part = part;
        this.bytes = Content.Source.from(
                pool, file, part.range().from(), part.range().length());
    }

    @Override
    public long getLength() {
        return bytes.getLength();
    }

    @Override
    public Content.Chunk read() {
        try {
            part.requireSame();
            return bytes.read();
        } catch (IOException e) {
            bytes.fail(e);
            return Content.Chunk.from(e, true);
        }
    }

    @Override
    public void demand(Runnable task) {
        bytes.demand(task);
    }

    @Override
    public void fail(Throwable cause) {
        bytes.fail(cause);
    }
}
