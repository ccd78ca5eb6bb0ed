package dev.feedmill.feed;

import dev.feedmill.article.Enclosure;
import dev.feedmill.feed.coding.JsonBytes;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Site;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writer for JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedWriter implements FeedWriter {
    private final FeedItemMapper mapper;

    JsonFeedWriter(Site site) {
        this.mapper = new FeedItemMapper(site);
    }

    @Override
    public byte[] write(FeedHead head, List<FeedItem> items) {
        FeedDescriptor descriptor = head.subject();
        return JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
            json.writeStringProperty("title", mapper.title(descriptor));
            json.writeStringProperty("home_page_url", mapper.alternate(descriptor));
            FeedHead.Links links = head.links();
            json.writeStringProperty("feed_url", links.current() == null ? links.self() : links.current());
            JsonBytes.text(json, "next_url", links.next() == null ? links.older() : links.next());
            JsonBytes.text(json, "icon", mapper.image(descriptor));
            json.writeStringProperty("description", mapper.description(descriptor));
            json.writeStringProperty("language", mapper.language(descriptor));
            JsonBytes.authors(json, List.of(mapper.publisher(descriptor)));
            hubs(json, mapper.hubs(head));
            json.writeArrayPropertyStart("items");
            for (FeedItem item : items) {
                item(json, item);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void hubs(JsonGenerator json, List<String> hubs) {
        if (!hubs.isEmpty()) {
            json.writeArrayPropertyStart("hubs");
            for (String hub : hubs) {
                json.writeStartObject();
                json.writeStringProperty("type", "WebSub");
                json.writeStringProperty("url", hub);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    @Override
    public int saving(FeedItem item) {
        return JsonBytes.of(json -> json.writeString(item.body())).length
                - JsonBytes.of(json -> json.writeString(item.summary())).length;
    }

    private static void item(JsonGenerator json, FeedItem item) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id());
        json.writeStringProperty("url", item.url());
        JsonBytes.text(json, "title", item.title());
        // The format requires one of the two.
        if (item.summarized()) {
            json.writeStringProperty("content_text", item.summary());
        } else {
            json.writeStringProperty("content_html", item.body());
        }
        JsonBytes.text(json, "summary", item.summary());
        JsonBytes.text(json, "image", item.image());
        JsonBytes.text(json, "date_published", item.publishedText());
        JsonBytes.text(json, "date_modified", item.updatedText());
        JsonBytes.authors(json, item.authors());
        if (!item.labels().isEmpty()) {
            JsonBytes.texts(json, "tags", item.labelNames());
        }
        JsonBytes.text(json, "language", item.language());
        if (!item.enclosures().isEmpty()) {
            json.writeArrayPropertyStart("attachments");
            item.enclosures().forEach(one -> attachment(json, one));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void attachment(JsonGenerator json, Enclosure enclosure) {
        json.writeStartObject();
        json.writeStringProperty("url", enclosure.url());
        json.writeStringProperty("mime_type", enclosure.type());
        if (enclosure.bytes() > 0) {
            json.writeNumberProperty("size_in_bytes", enclosure.bytes());
        }
        if (enclosure.seconds() > 0) {
            json.writeNumberProperty("duration_in_seconds", enclosure.seconds());
        }
        json.writeEndObject();
    }
}
