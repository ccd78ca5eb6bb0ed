package dev.feedmill.feed;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The latest items for programs: the same ids, dates and bodies as in the feeds. */
public final class LatestRenderer {
    /** Every field that an item may have. */
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

    private final Site site;
    private final FeedTexts texts;

    public LatestRenderer(Site site) {
        this.site = site;
        this.texts = new FeedTexts(site);
    }

    /**
     * An object of {@code items} and {@code next}.
     *
     * @param fields which of {@link #FIELDS} to give
     * @param next what to ask with for the page after this, null at the end
     */
    public Document render(Page page, Set<String> fields, @Nullable String next) {
        byte[] bytes = JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (Entry entry : page.entries()) {
                json.writeStartObject();
                for (String field : FIELDS) {
                    if (fields.contains(field)) {
                        write(json, field, entry);
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            if (next == null) {
                json.writeNullProperty("next");
            } else {
                json.writeStringProperty("next", next);
            }
            json.writeEndObject();
        });
        return new Document("application/json", bytes, page.updated());
    }

    private void write(JsonGenerator json, String field, Entry entry) {
        Article article = entry.article();
        switch (field) {
            case "id" -> json.writeStringProperty(field, entry.id().uri());
            case "url" -> json.writeStringProperty(field, entry.link(site.here()));
            case "title" -> json.writeStringProperty(field, FeedTexts.clean(article.title()));
            case "summary" -> json.writeStringProperty(field, FeedTexts.clean(article.summary()));
            case "content_html" -> json.writeStringProperty(field, texts.body(entry));
            case "image" -> JsonBytes.text(json, field, texts.image(entry));
            case "date_published" ->
                json.writeStringProperty(field, entry.published().toString());
            case "date_modified" ->
                json.writeStringProperty(field, entry.updated().toString());
            case "authors" -> list(json, field, article.authors());
            case "categories" -> {
                json.writeArrayPropertyStart(field);
                for (CategoryPath path : article.categories()) {
                    json.writeStartArray();
                    path.names().forEach(json::writeString);
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            case "tags" -> list(json, field, article.tags());
            case "language" ->
                json.writeStringProperty(field, article.language() == null ? site.language() : article.language());
            default -> throw new IllegalArgumentException("no such field: " + field);
        }
    }

    private static void list(JsonGenerator json, String field, List<String> values) {
        json.writeArrayPropertyStart(field);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
