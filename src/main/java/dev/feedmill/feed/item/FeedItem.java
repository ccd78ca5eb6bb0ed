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
 * One entry in the words that every format uses: each text is fit for XML and JSON, each URL absolute with the server's
 * real address.
 *
 * @param id an IRI (RFC 4287 section 4.2.6)
 * @param title plain text; empty where the author gives none
 * @param summary plain text, may be empty
 * @param body HTML, may be empty
 * @param published null where nothing says it
 * @param updated {@link Article.Times#UNKNOWN} where nothing says it
 * @param language BCP 47 tag; null where the site's holds
 * @param recording what of it is played
 * @param summarized whether there is a body that was left out
 */
public record FeedItem(
        String id,
        String url,
        String title,
        String summary,
        String body,
        @Nullable FeedPicture picture,
        @Nullable Instant published,
        Instant updated,
        List<String> authors,
        List<List<String>> categories,
        List<String> tags,
        List<Label> labels,
        @Nullable String language,
        Recording recording,
        boolean summarized) {

    /** Letters of a text that stand for a title. */
    private static final int LABEL = 80;

    /**
     * A category or tag as feeds name it.
     *
     * @param name the innermost name alone, since readers sort and filter by it
     * @param scheme address of its page, which tells two of one name apart
     */
    public record Label(String name, String scheme) {}

    /** Address of the lead picture; null where there is none. */
    @Nullable
    public String image() {
        return picture == null ? null : picture.url();
    }

    /** What stands where a title must: the title, else the beginning of the text, else the day or the address. */
    public String label() {
        if (!title.isEmpty()) {
            return title;
        }
        String text = summary.isEmpty() ? PlainText.ofHtml(body) : summary;
        if (!text.isEmpty()) {
            return PlainText.cut(text, LABEL);
        }
        return published == null ? url : published.toString().substring(0, 10);
    }

    /** The same without its body. */
    FeedItem withoutBody() {
        return told(title, summary, "");
    }

    /** The same without its categories and tags. */
    FeedItem withoutLabels() {
        return new FeedItem(
                id,
                url,
                title,
                summary,
                body,
                picture,
                published,
                updated,
                authors,
                categories,
                tags,
                List.of(),
                language,
                recording,
                summarized);
    }

    /** The same in other words. */
    FeedItem told(String newTitle, String newSummary, String newBody) {
        return new FeedItem(
                id,
                url,
                newTitle,
                newSummary,
                newBody,
                picture,
                published,
                updated,
                authors,
                categories,
                tags,
                labels,
                language,
                recording,
                summarized || (newBody.isEmpty() && !body.isEmpty()));
    }

    /** Another one for every other content, whether the body is in it or was left out. */
    public long fingerprint() {
        Checksum sum = new Checksum();
        for (String text : List.of(
                body,
                id,
                url,
                title,
                summary,
                String.valueOf(picture),
                published + " " + updated,
                authors + " " + labels,
                String.valueOf(language))) {
            sum.add(text);
        }
        if (!recording.equals(Recording.NONE)) {
            sum.add(recording.toString());
        }
        return sum.value();
    }

    /** As in RFC 3339; null where nothing says it. */
    @Nullable
    public String publishedText() {
        return published == null ? null : published.toString();
    }

    /** As in RFC 3339; null where nothing says it. */
    @Nullable
    public String updatedText() {
        return published == null && !isUpdated() ? null : updated.toString();
    }

    public boolean isUpdated() {
        return !updated.equals(published == null ? Article.Times.UNKNOWN : published);
    }

    /** What comes with it, the main one first. */
    public List<Enclosure> enclosures() {
        return recording.enclosures();
    }

    /** Names only, each once, for formats that know no schemes. */
    public List<String> labelNames() {
        return labels.stream().map(Label::name).distinct().toList();
    }
}
