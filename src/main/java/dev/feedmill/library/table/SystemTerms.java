package dev.feedmill.library.table;

import dev.feedmill.address.Parameter;
import dev.feedmill.article.Article;
import java.util.List;
import java.util.Locale;

/** Internal terms by which articles are selected beside their names: listed like others, but without addresses. */
public final class SystemTerms {
    public static final String LANGUAGE = "LANGUAGE";
    public static final String HAS = "HAS";

    /** Name of the language term of articles that declare no language. */
    public static final String UNNAMED = "";

    private SystemTerms() {}

    /** What an article has, each as a value of {@link Parameter#HAS}. */
    public static List<String> has(Article article) {
        return article.image() == null ? List.of() : List.of("image");
    }

    /** Name of the language term of an article. */
    public static String language(Article article) {
        String named = article.language();
        return named == null ? UNNAMED : named.toLowerCase(Locale.ROOT);
    }
}
