package dev.feedmill.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The header of an MPEG audio frame.
 *
 * @param bitRate in bits per second
 * @param rate samples per second
 * @param samples samples in the frame
 * @param length length of the frame in bytes
 * @param sideEnd offset in the frame at which its audio data, or a frame count, begins
 */
record Mp3Frame(int bitRate, int rate, int samples, int length, int sideEnd) {
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** Kilobits per second for MPEG 1 layers 1 to 3, then for MPEG 2 layer 1, then for its other layers. */
    private static final int[][] BIT_RATES = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    /** The header at a place; null if no frame begins there. */
    static @Nullable Mp3Frame at(FileBytes file, long place) throws IOException {
        long bits = file.bigEndian(place, 4);
        int version = (int) (bits >> 19 & 3);
        int layer = 4 - (int) (bits >> 17 & 3);
        int bitRateIndex = (int) (bits >> 12 & 15);
        int rateIndex = (int) (bits >> 10 & 3);
        boolean isFrame = bits >>> 21 == 0x7ff && version != 1 && layer != 4;
        if (!isFrame || bitRateIndex == 0 || bitRateIndex == 15 || rateIndex == 3) {
            return null;
        }
        boolean first = version == 3;
        int row = first ? layer - 1 : layer == 1 ? 3 : 4;
        int bitRate = BIT_RATES[row][bitRateIndex - 1] * 1000;
        int rate = RATES[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1152;
        int padding = (int) (bits >> 9 & 1);
        int length = layer == 1
                ? (12 * bitRate / rate + padding) * 4
                : (int) ((long) samples / 8 * bitRate / rate) + padding;
        boolean mono = (bits >> 6 & 3) == 3;
        int side = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
        return length < 4 ? null : new Mp3Frame(bitRate, rate, samples, length, 4 + side);
    }
}
