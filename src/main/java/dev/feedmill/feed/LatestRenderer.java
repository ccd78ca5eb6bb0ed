package dev.feedmill.feed;

import dev.feedmill.article.Article;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.coding.JsonBytes;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Site;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.web.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Renders the latest items for programs, with the same ids, dates and bodies as in the feeds. */
public final class LatestRenderer {
    /** All fields of an item. */
    public static final List<String> FIELDS = List.of(
            "id",
            "url",
            "title",
            "summary",
            "content_html",
            "image",
            "date_published",
            "date_modified",
            "authors",
            "categories",
            "tags",
            "language");

    private static final int ITEM_SIZE = 1 << 10;

    private final Site site;
    private final FeedItemMapper mapper;

    public LatestRenderer(Site site) {
        this.site = site;
        this.mapper = new FeedItemMapper(site);
    }

    /**
     * Renders an object with {@code items} and {@code next}.
     *
     * @param fields the fields to include, some of {@link #FIELDS}
     * @param next query for the next page; null on the last page
     */
    public Document render(
            Page page, ContentOptions shape, Set<String> fields, @Nullable String next, Deadline deadline) {
        byte[] bytes = JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (Entry entry : page.entries()) {
                deadline.check();
                write(json, shape.of(mapper.item(entry)), fields);
            }
            json.writeEndArray();
            if (next == null) {
                json.writeNullProperty("next");
            } else {
                json.writeStringProperty("next", next);
            }
            json.writeEndObject();
        });
        return new Document("application/json", bytes);
    }

    /** Renders one item as an object in one line; the parameters are as those of {@link #render}. */
    public byte[] item(Entry entry, ContentOptions shape, Set<String> fields) {
        return Json.bytes(ITEM_SIZE, json -> write(json, shape.of(mapper.item(entry)), fields));
    }

    private void write(JsonGenerator json, FeedItem item, Set<String> fields) {
        json.writeStartObject();
        properties(json, item, fields);
        json.writeEndObject();
    }

    private void properties(JsonGenerator json, FeedItem item, Set<String> fields) {
        for (String field : FIELDS) {
            if (fields.contains(field)) {
                write(json, field, item);
            }
        }
    }

    /** Writes some properties of an item into an object that has others too. */
    void properties(JsonGenerator json, Entry entry, Set<String> fields) {
        properties(json, mapper.item(entry), fields);
    }

    /** A date that is always present; that of an undated article lies before all others. */
    private static String date(@Nullable String date) {
        return date == null ? Article.Times.UNKNOWN.toString() : date;
    }

    private void write(JsonGenerator json, String field, FeedItem item) {
        switch (field) {
            case "id" -> json.writeStringProperty(field, item.id());
            case "url" -> json.writeStringProperty(field, item.url());
            case "title" -> json.writeStringProperty(field, item.title());
            case "summary" -> json.writeStringProperty(field, item.summary());
            case "content_html" -> json.writeStringProperty(field, item.body());
            case "image" -> JsonBytes.text(json, field, item.image());
            case "date_published" -> json.writeStringProperty(field, date(item.publishedText()));
            case "date_modified" -> json.writeStringProperty(field, date(item.updatedText()));
            case "authors" -> JsonBytes.texts(json, field, item.authors());
            case "categories" -> {
                json.writeArrayPropertyStart(field);
                for (List<String> names : item.names().categories()) {
                    json.writeStartArray();
                    names.forEach(json::writeString);
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            case "tags" -> JsonBytes.texts(json, field, item.names().tags());
            case "language" ->
                json.writeStringProperty(field, item.language() == null ? site.language() : item.language());
            default -> throw new IllegalArgumentException("no such field: " + field);
        }
    }
}
