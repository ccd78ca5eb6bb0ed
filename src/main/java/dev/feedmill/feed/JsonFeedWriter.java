package dev.feedmill.feed;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Page;
import dev.feedmill.article.Term;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedWriter {
    private final Site site;
    private final FeedTexts texts;

    JsonFeedWriter(Site site) {
        this.site = site;
        this.texts = new FeedTexts(site);
    }

    byte[] write(Term term, Page page) {
        return JsonBytes.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
            json.writeStringProperty("title", texts.title(term));
            json.writeStringProperty("home_page_url", texts.alternate(term));
            json.writeStringProperty("feed_url", texts.self(term, Format.JSON));
            json.writeStringProperty("description", texts.description());
            json.writeStringProperty("language", site.language());
            JsonBytes.authors(json, List.of(texts.publisher()));
            json.writeArrayPropertyStart("items");
            for (Entry entry : page.entries()) {
                item(json, texts.item(entry));
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void item(JsonGenerator json, FeedItem item) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id());
        json.writeStringProperty("url", item.url());
        json.writeStringProperty("title", item.title());
        json.writeStringProperty("content_html", item.body());
        JsonBytes.text(json, "summary", item.summary());
        JsonBytes.text(json, "image", item.image());
        json.writeStringProperty("date_published", item.published().toString());
        json.writeStringProperty("date_modified", item.updated().toString());
        JsonBytes.authors(json, item.authors());
        if (!item.labels().isEmpty()) {
            JsonBytes.texts(json, "tags", item.labelNames());
        }
        JsonBytes.text(json, "language", item.language());
        json.writeEndObject();
    }
}
