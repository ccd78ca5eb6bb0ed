package dev.feedmill.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every kind of page that people see, one line for each; {@link Exhibits} has what they show. */
enum PageKind {
    FRONT("/"),
    CATEGORY("/categories/Many"),
    CATEGORY_OF_CATEGORIES("/categories/金融"),
    CATEGORY_THREE_DEEP("/categories/金融/新浪财经/新浪财经－國內"),
    AUTHOR("/authors/Ann-O’Neil"),
    TAG("/tags/" + Exhibits.LONG_WORD),
    ARTICLE("/articles/chinese"),
    ARTICLE_ENGLISH("/articles/everything"),
    ARTICLE_WIDE("/articles/wide"),
    ARTICLE_WITH_PICTURES("/articles/pictures"),
    ARTICLE_LONG_WORD("/articles/long-word"),
    ARTICLE_ARABIC("/articles/arabic"),
    ARTICLE_CARELESS("/articles/careless"),
    ARTICLE_BARE("/articles/bare"),
    CATEGORIES("/categories"),
    AUTHORS("/authors"),
    TAGS("/tags"),
    NOT_FOUND("/categories/nothing");

    private final String path;

    PageKind(String path) {
        this.path = path;
    }

    /** Percent-encoded. */
    String path() {
        return encoded(path);
    }

    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** As in {@code category-three-deep}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
