package dev.feedmill.pages.article;

import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Episode;
import dev.feedmill.article.Recording;
import dev.feedmill.pages.Head;
import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.Entry;
import dev.feedmill.web.ServerUrl;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The player of an article's audio or video.
 *
 * @param video whether it is video
 * @param shown whether to show the player, which is false if the body has one for the file
 * @param url URL of the file
 * @param marks chapters
 * @param transcripts links to transcripts
 */
public record Player(boolean video, boolean shown, String url, String type, List<Mark> marks, List<Link> transcripts) {
    /**
     * A chapter.
     *
     * @param url URL that starts playback at the chapter in a browser without script (www.w3.org/TR/media-frags)
     * @param start in seconds
     * @param time start time for people
     */
    public record Mark(String url, String start, String time, String title) {}

    /** The player; null if there is nothing to play. */
    static @Nullable Player of(Head head, Entry entry, ServerUrl server, String body) {
        Recording recording = entry.article().recording();
        Enclosure main = recording.enclosures().stream()
                .filter(Enclosure::isPlayed)
                .findFirst()
                .orElse(null);
        if (main == null) {
            return null;
        }
        String url = server.resolve(main.url());
        boolean isInBody = body.contains("src=\"" + url.replace("&", "&amp;") + '"');
        return new Player(
                main.type().startsWith("video/"),
                !isInBody,
                url,
                main.type(),
                recording.episode().chapters().list().stream()
                        .map(mark -> mark(url, mark))
                        .toList(),
                recording.episode().transcripts().stream()
                        .map(one ->
                                new Link(server.resolve(one.url()), head.word("player.transcript", ending(one.url()))))
                        .toList());
    }

    private static Mark mark(String url, Episode.Mark mark) {
        String start = BigDecimal.valueOf(mark.start(), 3).stripTrailingZeros().toPlainString();
        return new Mark(url + "#t=" + start, start, time(mark.start() / 1000), mark.title());
    }

    /** Formats a time, such as {@code 1:07:42}. */
    private static String time(long seconds) {
        long hours = seconds / 3600;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60);
    }

    private static String ending(String url) {
        String path = url.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }
}
