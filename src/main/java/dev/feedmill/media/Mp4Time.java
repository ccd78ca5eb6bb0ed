package dev.feedmill.media;

import java.io.IOException;

/** Reads the playing time of an MP4 file from its movie header (ISO/IEC 14496-12, {@code mvhd}). */
final class Mp4Time {
    private static final int MAX_BOXES = 10_000;

    private Mp4Time() {}

    /** The playing time; 0 if unknown. */
    static double seconds(FileBytes file) throws IOException {
        long movie = find(file, "moov", 0, file.size());
        long end = movie < 0 ? 0 : end(file, movie, file.size());
        long header = movie < 0 ? -1 : find(file, "mvhd", content(file, movie), end);
        if (header < 0) {
            return 0;
        }
        long content = content(file, header);
        boolean isLong = file.byteAt(content) == 1;
        long scale = file.bigEndian(content + (isLong ? 20 : 12), 4);
        long duration = isLong ? file.bigEndian(content + 24, 8) : file.bigEndian(content + 16, 4);
        boolean isUnknown = !isLong && duration == 0xffff_ffffL;
        return scale == 0 || isUnknown ? 0 : (double) duration / scale;
    }

    /** The place of the first box of a type; -1 if there is none. */
    private static long find(FileBytes file, String type, long from, long to) throws IOException {
        long place = from;
        for (int i = 0; i < MAX_BOXES && place + 8 <= to; i++) {
            if (file.holds(place + 4, type)) {
                return place;
            }
            long end = end(file, place, to);
            if (end <= place) {
                return -1;
            }
            place = end;
        }
        return -1;
    }

    private static long content(FileBytes file, long box) throws IOException {
        return box + (file.bigEndian(box, 4) == 1 ? 16 : 8);
    }

    private static long end(FileBytes file, long box, long last) throws IOException {
        long size = file.bigEndian(box, 4);
        long real = size == 1 ? file.bigEndian(box + 8, 8) : size;
        return real == 0 ? last : real < 8 || real > last - box ? -1 : box + real;
    }
}
