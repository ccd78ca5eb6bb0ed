package dev.feedmill.media;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Reads the size of a picture from its first bytes, regardless of the file's extension.
 *
 * <p>No library supports all of these formats without decoding whole pictures or trusting the lengths in them.
 */
final class PictureReader {
    private PictureReader() {}

    /**
     * The size; unknown if the file is not a picture of a supported format.
     *
     * @throws IOException if the file ends too early or cannot be read
     */
    static PictureSize read(FileChannel channel) throws IOException {
        HeaderBytes bytes = new HeaderBytes(channel);
        int first = bytes.byteAt(0);
        return switch (first) {
            case 0x89 ->
                bytes.text(12, 4).equals("IHDR")
                        ? PictureSize.of(bytes.bigEndian(16, 4), bytes.bigEndian(20, 4))
                        : PictureSize.UNKNOWN;
            case 0xff -> bytes.byteAt(1) == 0xd8 ? JpegHeader.read(bytes) : PictureSize.UNKNOWN;
            case 'G' ->
                bytes.text(0, 4).equals("GIF8")
                        ? PictureSize.of(bytes.littleEndian(6, 2), bytes.littleEndian(8, 2))
                        : PictureSize.UNKNOWN;
            case 'R' -> bytes.text(8, 4).equals("WEBP") ? webp(bytes) : PictureSize.UNKNOWN;
            case 'B' -> bytes.byteAt(1) == 'M' ? bmp(bytes) : PictureSize.UNKNOWN;
            default -> bytes.text(4, 4).equals("ftyp") ? new AvifHeader(bytes).read() : PictureSize.UNKNOWN;
        };
    }

    private static PictureSize webp(HeaderBytes bytes) throws IOException {
        return switch (bytes.text(12, 4)) {
            case "VP8 " ->
                bytes.bigEndian(23, 3) == 0x9d012a
                        ? PictureSize.of(bytes.littleEndian(26, 2) & 0x3fff, bytes.littleEndian(28, 2) & 0x3fff)
                        : PictureSize.UNKNOWN;
            case "VP8L" -> {
                long bits = bytes.littleEndian(21, 4);
                yield bytes.byteAt(20) == 0x2f
                        ? PictureSize.of((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
                        : PictureSize.UNKNOWN;
            }
            case "VP8X" -> PictureSize.of(bytes.littleEndian(24, 3) + 1, bytes.littleEndian(27, 3) + 1);
            default -> PictureSize.UNKNOWN;
        };
    }

    private static PictureSize bmp(HeaderBytes bytes) throws IOException {
        if (bytes.littleEndian(14, 4) == 12) {
            return PictureSize.of(bytes.littleEndian(18, 2), bytes.littleEndian(20, 2));
        }
        long height = bytes.littleEndian(22, 4);
        // A negative height means that the first row is the top.
        return PictureSize.of(bytes.littleEndian(18, 4), height > Integer.MAX_VALUE ? (1L << 32) - height : height);
    }
}
