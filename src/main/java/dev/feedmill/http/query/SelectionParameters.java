package dev.feedmill.http.query;

import dev.feedmill.filter.EntryFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of the query parameters that select articles. */
public final class SelectionParameters {
    public static final String NOT = "not-";
    static final String LANG = "lang";
    static final String HAS = "has";
    public static final String WORDS = "q";
    public static final String TITLE = "title";
    static final String SINCE = "since";
    static final String UNTIL = "until";
    static final String FILTER_TIME = "filter_time";
    public static final String SORT = "sort";
    static final String CONTENT = "content";
    static final String BRIEF = "brief";
    static final String SCRIPT = "script";
    public static final String LIMIT = "limit";
    static final String FIELDS = "fields";
    public static final String CURSOR = "cursor";

    /** Names of some parameters in other servers. */
    static final String MODE = "mode";

    static final String OPENCC = "opencc";
    static final String NEXT = "next";

    /** Parameters that select articles. */
    public static final List<Parameter> WHICH = Stream.of(
                    TermNames.KINDS.stream()
                            .map(TermNames::parameter)
                            .map(kind -> Parameter.texts(
                                    kind, "Articles under one of these; of several kinds, under one of each.")),
                    TermNames.KINDS.stream()
                            .map(TermNames::parameter)
                            .map(kind -> Parameter.texts(NOT + kind, "Articles under none of these.")),
                    Stream.of(
                            Parameter.texts(
                                    LANG, "Articles in one of these languages (BCP 47); zh stands for zh-TW too."),
                            Parameter.choice(HAS, "Articles with a picture.", "image"),
                            Parameter.text(
                                    WORDS,
                                    "Articles that say this in title or text: all words, \"a phrase\","
                                            + " either OR other, -without, begin*."),
                            Parameter.text(TITLE, "The same of titles alone."),
                            Parameter.text(SINCE, "Articles published or changed since a date, a time or an age."),
                            Parameter.text(UNTIL, "Articles published by the end of a date, or an age ago."),
                            Parameter.number(FILTER_TIME, "Articles published within so many seconds.")),
                    EntryFilter.NAMES.stream()
                            .map(name -> Parameter.text(
                                    name, "A regular expression (RE2) that must or must not be found, as in RSSHub.")))
            .flatMap(parameters -> parameters)
            .toList();

    /** Parameters for the order, number and content of entries. */
    public static final List<Parameter> HOW = List.of(
            Parameter.choice(SORT, "By which time the latest come first.", "published", "updated"),
            Parameter.choice(CONTENT, "How much of each article is told.", "full", "summary", "none"),
            Parameter.number(BRIEF, "So many characters of the text stand for summary and body."),
            Parameter.choice(SCRIPT, "The Chinese in which titles and texts are told.", "simplified", "traditional"),
            Parameter.number(LIMIT, "So many articles."),
            Parameter.text(CURSOR, "Articles behind a place that an earlier answer named."),
            Parameter.choice(MODE, "As without it, as in RSSHub.", "fulltext"),
            Parameter.choice(OPENCC, "As script, as in RSSHub.", "t2s", "s2t"));

    /** Parameters of {@code /latest} only. */
    public static final List<Parameter> MORE = List.of(
            Parameter.text(FIELDS, "Only these fields of each item, joined by commas."),
            Parameter.text(NEXT, "As cursor."));

    /** Names of all parameters of a feed or page. */
    public static final Set<String> FEED = names(List.of(WHICH, HOW));

    /** Names of all parameters of {@code /latest}. */
    public static final Set<String> LATEST = names(List.of(WHICH, HOW, MORE));

    /** Names of the parameters that do not select articles. */
    public static final Set<String> SHAPE = names(List.of(HOW));

    private SelectionParameters() {}

    /** Joins several tables into one. */
    public static List<Parameter> joined(List<List<Parameter>> tables) {
        return tables.stream().flatMap(List::stream).toList();
    }

    private static Set<String> names(List<List<Parameter>> tables) {
        return joined(tables).stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a raw query has any of these parameters. */
    public static boolean isUsed(@Nullable String query, Set<String> names) {
        return query != null && !CanonicalQuery.known(query, names).isEmpty();
    }
}
