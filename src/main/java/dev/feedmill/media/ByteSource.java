package dev.feedmill.media;

import java.io.IOException;

/** The bytes of a file at any place, also as numbers. */
interface ByteSource {
    /** One byte, 0 to 255. */
    int byteAt(long place) throws IOException;

    /** Some bytes as one number, the most significant first. */
    default long big(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | byteAt(place + i);
        }
        return number;
    }

    /** The same, the least significant first. */
    default long little(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | byteAt(place + i);
        }
        return number;
    }
}
