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
    /** Behind a place far ahead: the newest, but as a later part of the list. */
    CATEGORY_OLDER("/categories/Many", "?older=NDEwMjQ0NDgwMC4w"),
    CATEGORY_ARCHIVE("/archive/1/categories/Many"),
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
    BUILDER("/builder", "?category=Many&author=Ann-O%E2%80%99Neil&tag=nothing+%3Cb%3E&format=atom"),
    SEARCH("/search", "?q=number+OR+%E5%88%A9%E7%8E%87&not-tag=t3"),
    SEARCH_NEWEST("/search", "?q=number&sort=published"),
    SEARCH_NOTHING("/search", "?q=" + encoded(Exhibits.LONG_WORD) + "+nothing"),
    SEARCH_FAULT("/search", "?q=%3F"),
    BUILDER_MORE(
            "/builder",
            "?category=Many&not-tag=t3&q=number&has=image&since=P1Y&content=summary&not-author=nobody&limit=0&since=PX"),
    STATUS("/status"),
    NOT_FOUND("/categories/nothing");

    private final String path;
    private final String query;

    PageKind(String path) {
        this(path, "");
    }

    PageKind(String path, String query) {
        this.path = path;
        this.query = query;
    }

    /** Percent-encoded. */
    String path() {
        return encoded(path) + query;
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
