package dev.feedmill.media;

import java.io.IOException;

/** How long an Ogg of Vorbis or Opus plays: the place of its last page (RFC 3533, RFC 7845). */
final class OggTime {
    private static final int HEADER = 27;
    private static final int LONGEST_PAGE = HEADER + 255 + 255 * 255;
    private static final int OPUS_RATE = 48_000;

    private OggTime() {}

    /** 0 where nothing says it. */
    static double seconds(FileBytes file) throws IOException {
        if (!file.holds(0, "OggS")) {
            return 0;
        }
        long stream = file.little(14, 4);
        long packet = (long) HEADER + file.byteAt(26);
        boolean isOpus = file.holds(packet, "OpusHead");
        boolean isVorbis = file.byteAt(packet) == 1 && file.holds(packet + 1, "vorbis");
        long rate = isOpus ? OPUS_RATE : isVorbis ? file.little(packet + 12, 4) : 0;
        long skipped = isOpus ? file.little(packet + 10, 2) : 0;
        return rate <= 0 ? 0 : (double) (last(file, stream) - skipped) / rate;
    }

    /** The place that the last page of a stream ends at. */
    private static long last(FileBytes file, long stream) throws IOException {
        long from = Math.max(0, file.size() - 2L * LONGEST_PAGE);
        long last = 0;
        for (long place = from; place + HEADER <= file.size(); place++) {
            if (file.byteAt(place) == 'O' && file.holds(place, "OggS") && file.little(place + 14, 4) == stream) {
                long samples = file.little(place + 6, 8);
                last = samples < 0 ? last : samples;
            }
        }
        return last;
    }
}
