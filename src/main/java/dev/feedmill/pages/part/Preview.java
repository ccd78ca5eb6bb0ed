package dev.feedmill.pages.part;

import dev.feedmill.address.Channel;
import dev.feedmill.article.Article;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import dev.feedmill.web.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The link preview of an article: Open Graph (ogp.me) and schema.org.
 *
 * @param published machine-readable, as in RFC 3339; empty if unknown
 * @param image absolute URL
 * @param json a NewsArticle in JSON-LD, safe within a script element
 */
public record Preview(
        String published,
        String updated,
        @Nullable String image,
        List<String> authors,
        @Nullable String section,
        List<String> tags,
        String json) {
    public static Preview of(SiteContext site, Entry entry, List<Term> terms) {
        Article article = entry.article();
        String image = article.image() == null ? null : site.server().resolve(article.image());
        String section = terms.stream()
                .filter(term -> term.kind() == Term.Kind.CATEGORY)
                .map(Term::name)
                .findFirst()
                .orElse(null);
        return new Preview(
                entry.isDated() ? entry.published().toString() : "",
                entry.isChangeDated() ? entry.updated().toString() : "",
                image,
                article.authors(),
                section,
                article.tags(),
                json(site, entry, terms, image));
    }

    private static String json(SiteContext site, Entry entry, List<Term> terms, @Nullable String image) {
        Article article = entry.article();
        String text = Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://schema.org");
            json.writeStringProperty("@type", "NewsArticle");
            json.writeStringProperty("headline", article.label());
            json.writeStringProperty("mainEntityOfPage", entry.link(site.server()));
            if (entry.isDated()) {
                json.writeStringProperty("datePublished", entry.published().toString());
            }
            if (entry.isChangeDated()) {
                json.writeStringProperty("dateModified", entry.updated().toString());
            }
            json.writeStringProperty("inLanguage", site.language(article).tag());
            if (!article.summary().isEmpty()) {
                json.writeStringProperty("description", article.summary());
            }
            if (image != null) {
                json.writeStringProperty("image", image);
            }
            json.writeArrayPropertyStart("author");
            for (Term term : terms) {
                if (term.kind() == Term.Kind.AUTHOR) {
                    json.writeStartObject();
                    json.writeStringProperty("@type", "Person");
                    json.writeStringProperty("name", term.name());
                    json.writeStringProperty("url", term.page().at(site.server()));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("publisher");
            json.writeStringProperty("@type", "Organization");
            json.writeStringProperty("name", site.title());
            json.writeStringProperty("url", Channel.EVERYTHING.page().at(site.server()));
            json.writeEndObject();
            json.writeEndObject();
        });
        // No text may look like the end of the script element, or like a comment in it.
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
