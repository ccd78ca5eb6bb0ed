package dev.feedmill.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Format and size of a picture, from its first bytes. Java's own reader, ImageIO, would add the whole desktop module to
 * the packages.
 *
 * @param format {@code jpeg}, {@code png}, or another that browsers show; empty for any other file
 * @param width in pixels; 0 if unknown
 * @param height in pixels; 0 if unknown
 */
public record PictureHeader(String format, int width, int height) {
    /** Reads a file, whatever its name says. */
    public static PictureHeader of(MediaFile file) throws IOException {
        try (FileChannel channel = file.open()) {
            PictureSize size = PictureReader.read(channel);
            String format = size.equals(PictureSize.UNKNOWN) ? "" : format(new HeaderBytes(channel).byteAt(0));
            return new PictureHeader(format, size.width(), size.height());
        } catch (EOFException e) {
            return new PictureHeader("", 0, 0);
        }
    }

    private static String format(int first) {
        return switch (first) {
            case 0x89 -> "png";
            case 0xff -> "jpeg";
            case 'G' -> "gif";
            case 'R' -> "webp";
            case 'B' -> "bmp";
            default -> "avif";
        };
    }
}
