package dev.feedmill.reading.link;

import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalizer of media types from files and authors; without parameters. */
public final class MediaNames {
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]*");

    /** Registered types by common unregistered names. */
    private static final Map<String, String> REGISTERED = Map.of(
            "audio/mp3", "audio/mpeg",
            "audio/x-mp3", "audio/mpeg",
            "audio/mpeg3", "audio/mpeg",
            "audio/x-mpeg-3", "audio/mpeg",
            "audio/m4a", "audio/mp4",
            "audio/opus", "audio/ogg",
            "application/srt", "application/x-subrip",
            "text/srt", "application/x-subrip");

    private static final Map<String, String> TRANSCRIPTS = Map.of(
            "vtt", "text/vtt",
            "srt", "application/x-subrip",
            "json", "application/json",
            "html", "text/html",
            "htm", "text/html",
            "txt", "text/plain");

    private MediaNames() {}

    /** Returns the type for the ending of an address or a name; null if unknown. */
    public static @Nullable String type(String address) {
        MediaType type = MediaTypes.ofAddress(address);
        return type == null ? null : bare(type.name());
    }

    /** Returns the type of a transcript; null if it is none. */
    public static @Nullable String transcript(String address) {
        String name = address.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
        return TRANSCRIPTS.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Returns whether a type is one that podcast apps take for a transcript. */
    public static boolean isTranscript(String type) {
        return TRANSCRIPTS.containsValue(type);
    }

    /** Returns the registered type; null if it is none. */
    public static @Nullable String normal(@Nullable String written) {
        String type = written == null ? "" : bare(written.strip().toLowerCase(Locale.ROOT));
        return TYPE.matcher(type).matches() ? REGISTERED.getOrDefault(type, type) : null;
    }

    public static String bare(String type) {
        int end = type.indexOf(';');
        return end < 0 ? type : type.substring(0, end).strip();
    }

    public static boolean isPlayed(@Nullable String type) {
        return type != null && (type.startsWith("audio/") || type.startsWith("video/"));
    }
}
