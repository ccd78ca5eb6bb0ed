package dev.feedmill.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;

/** One item as a reader understands it, whatever the format. */
public record ReadBack(String id, String url, String title, String summary, String content, Instant published) {

    public static List<ReadBack> of(Format format, Document document) {
        return format == Format.JSON
                ? Json.items(document).stream().map(ReadBack::json).toList()
                : syndicated(document).getEntries().stream()
                        .map(entry -> syndicated(format, entry))
                        .toList();
    }

    static SyndFeed syndicated(Document document) {
        SyndFeedInput input = new SyndFeedInput();
        // It would write entities within CDATA in other words, which mean the same as HTML.
        input.setXmlHealerOn(false);
        try {
            return input.build(new XmlReader(new ByteArrayInputStream(document.bytes(Coding.IDENTITY))));
        } catch (FeedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The same where the format wants a title of what has none. */
    ReadBack in(Format format, String label) {
        boolean needsTitle = format == Format.ATOM || (format == Format.RSS && summary.isEmpty());
        return title.isEmpty() && needsTitle ? new ReadBack(id, url, label, summary, content, published) : this;
    }

    private static ReadBack syndicated(Format format, SyndEntry entry) {
        String summary =
                entry.getDescription() == null ? "" : entry.getDescription().getValue();
        return new ReadBack(
                entry.getUri(),
                entry.getLink(),
                entry.getTitle() == null ? "" : entry.getTitle(),
                summary(format, entry, summary),
                content(entry),
                entry.getPublishedDate().toInstant());
    }

    /** Atom wants some text of every entry, and gets the title where there is no other. */
    private static String summary(Format format, SyndEntry entry, String text) {
        boolean titleAlone = format == Format.ATOM && content(entry).isEmpty() && text.equals(entry.getTitle());
        return titleAlone ? "" : format == Format.RSS ? Parser.unescapeEntities(text, true) : text;
    }

    private static String content(SyndEntry entry) {
        return entry.getContents().isEmpty() ? "" : entry.getContents().get(0).getValue();
    }

    private static ReadBack json(Map<String, Object> item) {
        return new ReadBack(
                String.valueOf(item.get("id")),
                String.valueOf(item.get("url")),
                String.valueOf(item.getOrDefault("title", "")),
                String.valueOf(item.getOrDefault("summary", "")),
                String.valueOf(item.getOrDefault("content_html", "")),
                Instant.parse(String.valueOf(item.get("date_published"))));
    }
}
