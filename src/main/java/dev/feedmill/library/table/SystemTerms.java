package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import java.util.Locale;

/** Internal terms by which articles are selected beside their names: listed like others, but without addresses. */
public final class SystemTerms {
    public static final String LANGUAGE = "LANGUAGE";
    public static final String HAS = "HAS";
    public static final String IMAGE = "image";

    /** Name of the language term of articles that declare no language. */
    public static final String UNNAMED = "";

    private SystemTerms() {}

    /** Name of the language term of an article. */
    public static String language(Article article) {
        String named = article.language();
        return named == null ? UNNAMED : named.toLowerCase(Locale.ROOT);
    }
}
