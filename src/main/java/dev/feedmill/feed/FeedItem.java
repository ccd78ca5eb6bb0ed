package dev.feedmill.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the words that every format uses: each text is fit for XML and JSON, each URL absolute with the server's
 * real address.
 *
 * @param summary plain text, may be empty
 * @param body HTML, may be empty
 * @param language BCP 47 tag; null where the site's holds
 */
record FeedItem(
        String id,
        String url,
        String title,
        String summary,
        String body,
        @Nullable String image,
        Instant published,
        Instant updated,
        List<String> authors,
        List<List<String>> categories,
        List<String> tags,
        List<Label> labels,
        @Nullable String language) {

    /**
     * A category or tag as feeds name it.
     *
     * @param name the innermost name alone, since readers sort and filter by it
     * @param scheme address of its page, which tells two of one name apart
     */
    record Label(String name, String scheme) {}

    boolean isUpdated() {
        return !updated.equals(published);
    }

    /** Names only, each once, for formats that know no schemes. */
    List<String> labelNames() {
        return labels.stream().map(Label::name).distinct().toList();
    }
}
