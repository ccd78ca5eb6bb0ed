package dev.feedmill.feed.coding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The gzip file format (RFC 1952), with a header without time and operating system. */
final class Gzip {
    private static final int LEVEL = 6;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    private Gzip() {}

    static byte[] of(byte[] bytes) {
        byte[] out = Arrays.copyOf(HEADER, HEADER.length + bytes.length / 2 + 64);
        int size = HEADER.length;
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            while (!deflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                size += deflater.deflate(out, size, out.length - size);
            }
        } finally {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        byte[] all = Arrays.copyOf(out, size + TRAILER);
        ByteBuffer.wrap(all, size, TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) sum.getValue())
                .putInt(bytes.length);
        return all;
    }
}
