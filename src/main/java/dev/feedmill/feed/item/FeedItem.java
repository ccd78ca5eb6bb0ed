package dev.feedmill.feed.item;

import dev.feedmill.article.Article;
import dev.feedmill.article.Checksum;
import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Recording;
import dev.feedmill.html.text.PlainText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a form that suits every format: each text is safe for XML and JSON, each URL is absolute with the
 * server's real address.
 *
 * @param id an IRI (RFC 4287 section 4.2.6)
 * @param published null if unknown
 * @param updated {@link Article.Times#UNKNOWN} if unknown
 * @param language BCP 47 tag; null for the site's
 * @param recording enclosures and episode data
 */
public record FeedItem(
        String id,
        String url,
        Text text,
        @Nullable FeedPicture picture,
        @Nullable Instant published,
        Instant updated,
        Names names,
        @Nullable String language,
        Recording recording) {

    /** Characters of a text that serves as a title. */
    private static final int LABEL = 80;

    /**
     * The texts of an entry.
     *
     * @param title plain text; empty if there is none
     * @param summary plain text, may be empty
     * @param body HTML, may be empty
     * @param summarized whether the entry has a body that was left out
     */
    public record Text(String title, String summary, String body, boolean summarized) {}

    /**
     * The names that an entry carries.
     *
     * @param labels every category with its ancestors, then the tags
     */
    public record Names(List<String> authors, List<List<String>> categories, List<String> tags, List<Label> labels) {}

    /**
     * A category or tag in a feed.
     *
     * @param name the innermost name only, since readers sort and filter by it
     * @param scheme address of its page, which distinguishes terms of the same name
     */
    public record Label(String name, String scheme) {}

    public String title() {
        return text.title();
    }

    public String summary() {
        return text.summary();
    }

    public String body() {
        return text.body();
    }

    public boolean summarized() {
        return text.summarized();
    }

    public List<String> authors() {
        return names.authors();
    }

    public List<Label> labels() {
        return names.labels();
    }

    /** URL of the lead picture; null if there is none. */
    @Nullable
    public String image() {
        return picture == null ? null : picture.url();
    }

    /**
     * The text for a required title: the title, otherwise the beginning of the text, otherwise the day or the address.
     */
    public String label() {
        if (!title().isEmpty()) {
            return title();
        }
        String beginning = summary().isEmpty() ? PlainText.ofHtml(body()) : summary();
        if (!beginning.isEmpty()) {
            return PlainText.cut(beginning, LABEL);
        }
        return published == null ? url : published.toString().substring(0, 10);
    }

    /** A copy without the body. */
    FeedItem withoutBody() {
        return withTexts(title(), summary(), "");
    }

    /** A copy without categories and tags. */
    FeedItem withoutLabels() {
        Names few = new Names(names.authors(), names.categories(), names.tags(), List.of());
        return new FeedItem(id, url, text, picture, published, updated, few, language, recording);
    }

    /** A copy with other texts. */
    FeedItem withTexts(String title, String summary, String body) {
        Text other = new Text(title, summary, body, summarized() || (body.isEmpty() && !body().isEmpty()));
        return new FeedItem(id, url, other, picture, published, updated, names, language, recording);
    }

    /**
     * A fingerprint of the content; it differs with any part of it, and between an item with its body and one without.
     */
    public long fingerprint() {
        Checksum sum = new Checksum();
        for (String text : List.of(
                body(),
                id,
                url,
                title(),
                summary(),
                String.valueOf(picture),
                published + " " + updated,
                authors() + " " + labels(),
                String.valueOf(language))) {
            sum.add(text);
        }
        if (!recording.equals(Recording.NONE)) {
            sum.add(recording.toString());
        }
        return sum.value();
    }

    /** The time in RFC 3339 form; null if unknown. */
    @Nullable
    public String publishedText() {
        return published == null ? null : published.toString();
    }

    /** The time in RFC 3339 form; null if unknown. */
    @Nullable
    public String updatedText() {
        return published == null && !isUpdated() ? null : updated.toString();
    }

    public boolean isUpdated() {
        return !updated.equals(published == null ? Article.Times.UNKNOWN : published);
    }

    /** The enclosures, the main one first. */
    public List<Enclosure> enclosures() {
        return recording.enclosures();
    }

    /** Names only, without duplicates, for formats without schemes. */
    public List<String> labelNames() {
        return labels().stream().map(Label::name).distinct().toList();
    }
}
