package dev.feedmill.feed;

import dev.feedmill.article.Article;
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
            json.writeStringProperty("description", FeedTexts.clean(site.description()));
            json.writeStringProperty("language", site.language());
            JsonBytes.authors(json, List.of(site.publisher()));
            json.writeArrayPropertyStart("items");
            for (Entry entry : page.entries()) {
                item(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void item(JsonGenerator json, Entry entry) {
        Article article = entry.article();
        json.writeStartObject();
        json.writeStringProperty("id", entry.id().uri());
        json.writeStringProperty("url", entry.link(site.here()));
        json.writeStringProperty("title", FeedTexts.clean(article.title()));
        json.writeStringProperty("content_html", texts.body(entry));
        JsonBytes.text(json, "summary", FeedTexts.clean(article.summary()));
        JsonBytes.text(json, "image", texts.image(entry));
        json.writeStringProperty("date_published", entry.published().toString());
        json.writeStringProperty("date_modified", entry.updated().toString());
        JsonBytes.authors(json, article.authors());
        JsonBytes.texts(json, "tags", texts.labelNames(article));
        JsonBytes.text(json, "language", texts.language(entry));
        json.writeEndObject();
    }
}
