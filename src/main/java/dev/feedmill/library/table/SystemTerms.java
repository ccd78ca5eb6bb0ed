package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import java.util.Locale;

/** What articles can be asked for beside their names: listed as terms are, under kinds that have no addresses. */
public final class SystemTerms {
    public static final String LANGUAGE = "LANGUAGE";
    public static final String HAS = "HAS";
    public static final String IMAGE = "image";

    /** The language of articles that name none. */
    public static final String UNNAMED = "";

    private SystemTerms() {}

    /** How an article's language is listed. */
    public static String language(Article article) {
        String named = article.language();
        return named == null ? UNNAMED : named.toLowerCase(Locale.ROOT);
    }
}
