package dev.feedmill.library;

import dev.feedmill.article.Article;
import java.util.Locale;

/** What articles can be asked for beside their names: listed as terms are, under kinds that have no addresses. */
final class Traits {
    static final String LANGUAGE = "LANGUAGE";
    static final String HAS = "HAS";
    static final String IMAGE = "image";

    /** The language of articles that name none. */
    static final String UNNAMED = "";

    private Traits() {}

    /** How an article's language is listed. */
    static String language(Article article) {
        String named = article.language();
        return named == null ? UNNAMED : named.toLowerCase(Locale.ROOT);
    }
}
