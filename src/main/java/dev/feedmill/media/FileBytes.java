package dev.feedmill.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Random access to a file's bytes through a buffer. Bytes after the end of the file are 0. */
final class FileBytes implements ByteSource {
    private static final int STRETCH = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer held = ByteBuffer.allocate(STRETCH).limit(0);
    private long from;

    FileBytes(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    long size() {
        return size;
    }

    @Override
    public int byteAt(long place) throws IOException {
        if (place < 0 || place >= size) {
            return 0;
        }
        if (place < from || place >= from + held.limit()) {
            fill(place);
        }
        int index = (int) (place - from);
        return index < held.limit() ? held.get(index) & 0xff : 0;
    }

    private void fill(long place) throws IOException {
        held.clear();
        from = place;
        int read = 0;
        while (held.hasRemaining() && read >= 0) {
            read = channel.read(held, from + held.position());
        }
        held.flip();
    }

    /** Whether the file has these ASCII characters at a place. */
    boolean holds(long place, String letters) throws IOException {
        for (int i = 0; i < letters.length(); i++) {
            if (byteAt(place + i) != letters.charAt(i)) {
                return false;
            }
        }
        return place >= 0 && place + letters.length() <= size;
    }
}
