package dev.feedmill.media;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Determines the playing time of a file from a few of its bytes, however large it is. */
public final class PlayingTime {
    private PlayingTime() {}

    /**
     * The playing time in seconds, rounded; 0 if the file is not MP3, MP4 (M4A, M4B, MOV) or Ogg (Vorbis, Opus), or is
     * broken.
     *
     * @throws IOException if the file cannot be read now
     */
    public static long seconds(MediaFile file) throws IOException {
        try (FileChannel channel = file.open()) {
            FileBytes bytes = new FileBytes(channel, file.size());
            double seconds = switch (file.type().name()) {
                case "audio/mpeg" -> Mp3Time.seconds(bytes);
                case "audio/mp4", "video/mp4", "video/quicktime" -> Mp4Time.seconds(bytes);
                case "audio/ogg", "video/ogg" -> OggTime.seconds(bytes);
                default -> 0;
            };
            return seconds > 0 && seconds < Integer.MAX_VALUE ? Math.round(seconds) : 0;
        }
    }
}
