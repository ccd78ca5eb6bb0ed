package dev.feedmill.media;

import java.io.EOFException;
import java.io.IOException;

/** Reads the size of a JPEG picture from its header, rotated as the camera was held (ITU T.81, Exif 2.32). */
final class JpegHeader {
    private static final int EXIF = 0xe1;
    private static final int SCAN = 0xda;
    private static final int ORIENTATION = 0x0112;
    private static final int MAX_ENTRIES = 500;

    private JpegHeader() {}

    static PictureSize read(HeaderBytes bytes) throws IOException {
        boolean turned = false;
        long at = 2;
        while (true) {
            if (bytes.byteAt(at) != 0xff) {
                return PictureSize.UNKNOWN;
            }
            int marker = bytes.byteAt(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (isFrame(marker)) {
                PictureSize size = PictureSize.of(bytes.bigEndian(at + 7, 2), bytes.bigEndian(at + 5, 2));
                return turned ? size.turned() : size;
            }
            long length = bytes.bigEndian(at + 2, 2);
            if (marker == SCAN || length < 2) {
                return PictureSize.UNKNOWN;
            }
            if (marker == EXIF && bytes.text(at + 4, 4).equals("Exif")) {
                turned = isTurned(bytes, at + 10);
            }
            at += 2 + length;
        }
    }

    /** Whether a marker begins a frame: C0 to CF, except for tables and reserved ones. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** @param tiff where the TIFF header of the Exif tags begins */
    private static boolean isTurned(HeaderBytes bytes, long tiff) throws IOException {
        try {
            boolean littleEndian = bytes.byteAt(tiff) == 'I';
            long directory = tiff + number(bytes, tiff + 4, 4, littleEndian);
            long entries = Math.min(number(bytes, directory, 2, littleEndian), MAX_ENTRIES);
            for (int i = 0; i < entries; i++) {
                long entry = directory + 2 + 12L * i;
                if (number(bytes, entry, 2, littleEndian) == ORIENTATION) {
                    long orientation = number(bytes, entry + 8, 2, littleEndian);
                    return orientation >= 5 && orientation <= 8;
                }
            }
            return false;
        } catch (EOFException e) {
            // Broken tags give no orientation; the picture may still be intact.
            return false;
        }
    }

    private static long number(HeaderBytes bytes, long at, int length, boolean littleEndian) throws IOException {
        return littleEndian ? bytes.littleEndian(at, length) : bytes.bigEndian(at, length);
    }
}
