package dev.feedmill.history;

import dev.feedmill.feed.Json;
import dev.feedmill.feed.Xml;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;

/**
 * What a reader understands of a feed, in whatever format.
 *
 * @param title of the feed
 * @param updated null where the format does not tell
 * @param links all that lead from the feed to others, as they are written
 * @param older the path of the page of the archive before this one, null where there is none
 * @param deleted when entries were deleted, by their ids; none where the format does not tell
 */
record FeedDocument(
        String title,
        @Nullable Instant updated,
        List<String> links,
        @Nullable String older,
        List<Entry> entries,
        Map<String, String> deleted) {
    /**
     * One entry.
     *
     * @param whole all that is said of it, in its format
     */
    record Entry(
            String id, String url, String title, String content, Instant published, Instant updated, String whole) {
        /** What all formats tell alike. */
        Entry apartFromFormat() {
            return new Entry(id, url, title, content, published, updated, "");
        }
    }

    static FeedDocument of(String path, byte[] bytes) {
        String plain = path.replaceAll("[?].*", "");
        if (plain.endsWith(".rss")) {
            return rss(Xml.root(bytes));
        }
        return plain.endsWith(".atom") ? atom(Xml.root(bytes)) : json(Json.read(bytes));
    }

    /** The entries by their ids; one id twice is a fault. */
    Map<String, Entry> byId() {
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new AssertionError("an article stands twice in one answer: " + entry.title() + " " + entry.id());
            }
        }
        return byId;
    }

    List<Entry> apartFromFormat() {
        return entries.stream().map(Entry::apartFromFormat).toList();
    }

    private static FeedDocument rss(Element root) {
        Element channel = Xml.children(root, Xml.NONE, "channel").get(0);
        return new FeedDocument(
                Xml.text(channel, Xml.NONE, "title"),
                rfc1123(Xml.text(channel, Xml.NONE, "lastBuildDate")),
                links(channel),
                older(channel),
                Xml.children(channel, Xml.NONE, "item").stream()
                        .map(item -> {
                            Instant published = rfc1123(Xml.text(item, Xml.NONE, "pubDate"));
                            List<String> updated = Xml.texts(item, Xml.ATOM, "updated");
                            return new Entry(
                                    Xml.text(item, Xml.NONE, "guid"),
                                    Xml.text(item, Xml.NONE, "link"),
                                    Xml.text(item, Xml.NONE, "title"),
                                    Xml.text(item, Xml.CONTENT, "encoded"),
                                    published,
                                    updated.isEmpty() ? published : Instant.parse(updated.get(0)),
                                    whole(item));
                        })
                        .toList(),
                Map.of());
    }

    private static FeedDocument atom(Element feed) {
        return new FeedDocument(
                Xml.text(feed, Xml.ATOM, "title"),
                Instant.parse(Xml.text(feed, Xml.ATOM, "updated")),
                links(feed),
                older(feed),
                Xml.children(feed, Xml.ATOM, "entry").stream()
                        .map(entry -> new Entry(
                                Xml.text(entry, Xml.ATOM, "id"),
                                Xml.children(entry, Xml.ATOM, "link").get(0).getAttribute("href"),
                                Xml.text(entry, Xml.ATOM, "title"),
                                Xml.text(entry, Xml.ATOM, "content"),
                                Instant.parse(Xml.text(entry, Xml.ATOM, "published")),
                                Instant.parse(Xml.text(entry, Xml.ATOM, "updated")),
                                whole(entry)))
                        .toList(),
                deleted(feed));
    }

    private static Map<String, String> deleted(Element feed) {
        Map<String, String> deleted = new LinkedHashMap<>();
        for (Element entry : Xml.children(feed, "http://purl.org/atompub/tombstones/1.0", "deleted-entry")) {
            if (deleted.put(entry.getAttribute("ref"), entry.getAttribute("when")) != null) {
                throw new AssertionError("a deleted entry stands twice in one answer: " + entry.getAttribute("ref"));
            }
        }
        return deleted;
    }

    @SuppressWarnings("unchecked")
    private static FeedDocument json(Map<String, @Nullable Object> feed) {
        List<Map<String, @Nullable Object>> items =
                (List<Map<String, @Nullable Object>>) Objects.requireNonNull(feed.get("items"));
        return new FeedDocument(
                String.valueOf(feed.get("title")),
                null,
                List.of(String.valueOf(feed.get("next_url"))),
                path((String) feed.get("next_url")),
                items.stream()
                        .map(item -> new Entry(
                                text(item, "id"),
                                text(item, "url"),
                                text(item, "title"),
                                text(item, "content_html"),
                                Instant.parse(text(item, "date_published")),
                                Instant.parse(text(item, "date_modified")),
                                item.toString()))
                        .toList(),
                Map.of());
    }

    private static String text(Map<String, @Nullable Object> item, String name) {
        return Objects.requireNonNull((String) item.get(name), name);
    }

    private static List<String> links(Element feed) {
        return Xml.children(feed, Xml.ATOM, "link").stream()
                .map(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .toList();
    }

    private static @Nullable String older(Element feed) {
        return Xml.children(feed, Xml.ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("prev-archive"))
                .map(link -> path(link.getAttribute("href")))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String path(@Nullable String url) {
        if (url == null) {
            return null;
        }
        URI uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Instant rfc1123(String date) {
        return OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static String whole(Element element) {
        Document document = element.getOwnerDocument();
        LSSerializer serializer = ((DOMImplementationLS) document.getImplementation()).createLSSerializer();
        serializer.getDomConfig().setParameter("xml-declaration", false);
        return serializer.writeToString(element);
    }
}
