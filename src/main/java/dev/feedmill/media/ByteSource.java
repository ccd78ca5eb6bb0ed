package dev.feedmill.media;

import java.io.IOException;

/** Random access to the bytes of a file, also as numbers. */
interface ByteSource {
    /** One byte, 0 to 255. */
    int byteAt(long place) throws IOException;

    /** Bytes as a big-endian number. */
    default long bigEndian(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | byteAt(place + i);
        }
        return number;
    }

    /** Bytes as a little-endian number. */
    default long littleEndian(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | byteAt(place + i);
        }
        return number;
    }
}
