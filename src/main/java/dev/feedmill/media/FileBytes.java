package dev.feedmill.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file at any place, of which a stretch is held. Those behind its end are 0. */
final class FileBytes {
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

    /** One byte, 0 to 255. */
    int at(long place) throws IOException {
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

    /** So many bytes as one number, the most significant first. */
    long number(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | at(place + i);
        }
        return number;
    }

    /** The same, the least significant first. */
    long littleEndian(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | at(place + i);
        }
        return number;
    }

    /** Whether these letters of ASCII stand at a place. */
    boolean holds(long place, String letters) throws IOException {
        for (int i = 0; i < letters.length(); i++) {
            if (at(place + i) != letters.charAt(i)) {
                return false;
            }
        }
        return place >= 0 && place + letters.length() <= size;
    }
}
