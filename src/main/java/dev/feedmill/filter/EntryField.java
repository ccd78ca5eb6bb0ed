package dev.feedmill.filter;

import dev.feedmill.article.Article;
import dev.feedmill.selection.Entry;
import dev.feedmill.web.ServerUrl;
import java.util.stream.Stream;

/** Parts of an entry that patterns search, the cheapest first. */
enum EntryField {
    TITLE,
    AUTHOR,
    CATEGORY,
    DESCRIPTION;

    /** Renders the server's own addresses as paths, so that no pattern matches the placeholder. */
    private static final ServerUrl NOWHERE = new ServerUrl("");

    /** Returns the part's texts, each searched on its own; a description only up to a number of UTF-16 characters. */
    Stream<String> texts(Entry entry, int longestDescription) {
        Article article = entry.article();
        return switch (this) {
            case TITLE -> Stream.of(article.title());
            case AUTHOR -> Stream.of(String.join(" ", article.authors()));
            case CATEGORY ->
                Stream.concat(
                        article.categories().stream().flatMap(path -> path.names().stream()), article.tags().stream());
            case DESCRIPTION -> Stream.of(start(description(article), longestDescription));
        };
    }

    private static String description(Article article) {
        if (!article.body().isEmpty()) {
            return article.body().at(NOWHERE, "");
        }
        return article.summary().isEmpty() ? article.label() : article.summary();
    }

    private static String start(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
