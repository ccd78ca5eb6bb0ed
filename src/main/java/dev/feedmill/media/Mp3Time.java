package dev.feedmill.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Determines the playing time of MPEG audio (ISO/IEC 11172-3 and 13818-3): by the frame count that encoders store in
 * the first frame (Xing, Info, VBRI), otherwise by the bit rate, otherwise by visiting every frame.
 */
final class Mp3Time {
    /** Bytes of a frame at 8 kbit/s and 24 kHz; a frame count that would not fit is wrong. */
    private static final int MIN_FRAME_SIZE = 24;

    /** Most bytes to skip before the first frame, in addition to tags. */
    private static final int MAX_SKIPPED = 1 << 18;

    /** If this many frames have the same bit rate, all frames are taken to have it. */
    private static final int COMPARED = 300;

    private static final int TAG_HEADER = 10;
    private static final int LAST_TAG = 128;

    private Mp3Time() {}

    /** The playing time; 0 if there are no frames. */
    static double seconds(FileBytes file) throws IOException {
        long start = behindTags(file);
        for (long place = start; place < Math.min(file.size(), start + MAX_SKIPPED); place++) {
            Mp3Frame frame = Mp3Frame.at(file, place);
            // Two frames in a row are no coincidence.
            if (frame != null && (isFollowed(file, place, frame) || place + frame.length() >= end(file))) {
                return seconds(file, place, frame);
            }
        }
        return 0;
    }

    private static boolean isFollowed(FileBytes file, long place, Mp3Frame frame) throws IOException {
        Mp3Frame next = Mp3Frame.at(file, place + frame.length());
        return next != null && next.rate() == frame.rate();
    }

    private static double seconds(FileBytes file, long place, Mp3Frame first) throws IOException {
        long frames = counted(file, place, first);
        if (frames > 0 && frames <= (file.size() - place) / MIN_FRAME_SIZE) {
            return (double) frames * first.samples() / first.rate();
        }
        long end = end(file);
        double seconds = 0;
        int seen = 0;
        boolean same = true;
        @Nullable Mp3Frame frame = first;
        for (long at = place; frame != null && at + frame.length() <= end; frame = Mp3Frame.at(file, at)) {
            same &= frame.bitRate() == first.bitRate();
            if (++seen == COMPARED && same) {
                return (end - place) * 8.0 / first.bitRate();
            }
            seconds += (double) frame.samples() / frame.rate();
            at += frame.length();
        }
        return seconds;
    }

    /** The frame count in the first frame, which then has no audio; 0 if it has none. */
    private static long counted(FileBytes file, long place, Mp3Frame first) throws IOException {
        long xing = place + first.sideEnd();
        if (file.holds(xing, "Xing") || file.holds(xing, "Info")) {
            boolean isCounted = (file.bigEndian(xing + 4, 4) & 1) != 0;
            return isCounted ? file.bigEndian(xing + 8, 4) : 0;
        }
        long vbri = place + 36;
        return file.holds(vbri, "VBRI") ? file.bigEndian(vbri + 14, 4) : 0;
    }

    private static long behindTags(FileBytes file) throws IOException {
        long place = 0;
        while (file.holds(place, "ID3")) {
            long size = 0;
            for (int i = 6; i < TAG_HEADER; i++) {
                size = size << 7 | (file.byteAt(place + i) & 0x7f);
            }
            boolean hasFooter = (file.byteAt(place + 5) & 0x10) != 0;
            place += TAG_HEADER + size + (hasFooter ? TAG_HEADER : 0);
        }
        return place;
    }

    private static long end(FileBytes file) throws IOException {
        long tag = file.size() - LAST_TAG;
        return file.holds(tag, "TAG") ? tag : file.size();
    }
}
