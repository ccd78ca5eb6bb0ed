package dev.feedmill.media;

import java.io.IOException;

/** Reads the playing time of an Ogg file with Vorbis or Opus from its last page's position (RFC 3533, RFC 7845). */
final class OggTime {
    private static final int HEADER = 27;
    private static final int MAX_PAGE_SIZE = HEADER + 255 + 255 * 255;
    private static final int OPUS_RATE = 48_000;

    private OggTime() {}

    /** The playing time; 0 if unknown. */
    static double seconds(FileBytes file) throws IOException {
        if (!file.holds(0, "OggS")) {
            return 0;
        }
        long stream = file.littleEndian(14, 4);
        long packet = (long) HEADER + file.byteAt(26);
        boolean isOpus = file.holds(packet, "OpusHead");
        boolean isVorbis = file.byteAt(packet) == 1 && file.holds(packet + 1, "vorbis");
        long rate = isOpus ? OPUS_RATE : isVorbis ? file.littleEndian(packet + 12, 4) : 0;
        long skipped = isOpus ? file.littleEndian(packet + 10, 2) : 0;
        return rate <= 0 ? 0 : (double) (last(file, stream) - skipped) / rate;
    }

    /** The end position of a stream's last page. */
    private static long last(FileBytes file, long stream) throws IOException {
        long from = Math.max(0, file.size() - 2L * MAX_PAGE_SIZE);
        long last = 0;
        for (long place = from; place + HEADER <= file.size(); place++) {
            if (file.byteAt(place) == 'O' && file.holds(place, "OggS") && file.littleEndian(place + 14, 4) == stream) {
                long samples = file.littleEndian(place + 6, 8);
                last = samples < 0 ? last : samples;
            }
        }
        return last;
    }
}
