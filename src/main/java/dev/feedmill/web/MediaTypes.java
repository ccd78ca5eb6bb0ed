package dev.feedmill.web;

import dev.feedmill.web.MediaType.Use;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media types of all files that may be served, by file extension and, of chapters, name; a closed list. */
public final class MediaTypes {
    private static final Map<String, MediaType> TYPES = table();

    /** Names of files of JSON that hold the chapters of an episode, such as {@code 7-chapters.json}. */
    private static final Pattern CHAPTERS_FILE = Pattern.compile("(?i).*chapters.*\\.json");

    /** The type of JSON Chapters (podcast namespace). */
    public static final MediaType CHAPTERS = new MediaType("application/json+chapters", Use.SAVED);

    private MediaTypes() {}

    /** The media type of a file by its name or path; null if files of this extension are not served. */
    public static @Nullable MediaType of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        if (CHAPTERS_FILE.matcher(name).matches()) {
            return CHAPTERS;
        }
        return dot <= 0 ? null : TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The media type of a URL by its path. */
    public static @Nullable MediaType ofAddress(String address) {
        int end = 0;
        while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
            end++;
        }
        return of(address.substring(0, end));
    }

    private static Map<String, MediaType> table() {
        Map<String, MediaType> types = new HashMap<>();
        add(types, Use.SHOWN, """
                image/png : png
                image/apng : apng
                image/jpeg : jpg jpeg jpe jfif
                image/gif : gif
                image/webp : webp
                image/avif : avif
                image/bmp : bmp
                image/x-icon : ico
                audio/mpeg : mp3
                audio/mp4 : m4a m4b
                audio/aac : aac
                audio/ogg : ogg oga opus
                audio/flac : flac
                audio/wav : wav
                video/mp4 : mp4 m4v
                video/webm : webm
                video/ogg : ogv
                video/quicktime : mov
                text/vtt; charset=utf-8 : vtt
                application/pdf : pdf
                """);
        add(types, Use.SANDBOXED, """
                image/svg+xml : svg
                """);
        add(types, Use.SAVED, """
                image/tiff : tif tiff
                image/heic : heic
                video/x-matroska : mkv
                application/x-subrip : srt
                application/zip : zip
                application/gzip : gz tgz
                application/x-bzip2 : bz2
                application/x-xz : xz
                application/x-7z-compressed : 7z
                application/epub+zip : epub
                application/x-mobipocket-ebook : mobi
                application/json : json
                text/csv; charset=utf-8 : csv
                text/calendar; charset=utf-8 : ics
                application/x-bittorrent : torrent
                application/vnd.openxmlformats-officedocument.wordprocessingml.document : docx
                application/vnd.openxmlformats-officedocument.spreadsheetml.sheet : xlsx
                application/vnd.openxmlformats-officedocument.presentationml.presentation : pptx
                application/vnd.oasis.opendocument.text : odt
                application/vnd.oasis.opendocument.spreadsheet : ods
                application/vnd.oasis.opendocument.presentation : odp
                """);
        return Map.copyOf(types);
    }

    /** Adds types from lines of {@code type : extension extension}. */
    private static void add(Map<String, MediaType> types, Use use, String lines) {
        lines.lines().forEach(line -> {
            int colon = line.indexOf(" : ");
            MediaType type = new MediaType(line.substring(0, colon), use);
            for (String ending : line.substring(colon + 3).split(" ", -1)) {
                types.put(ending, type);
            }
        });
    }
}
