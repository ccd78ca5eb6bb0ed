package dev.feedmill.address;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of all addresses, in the order of a canonical query, which a cursor ends. */
public enum Parameter {
    CATEGORY(Use.WHICH, "category", Type.TEXTS, Says.ANY),
    AUTHOR(Use.WHICH, "author", Type.TEXTS, Says.ANY),
    TAG(Use.WHICH, "tag", Type.TEXTS, Says.ANY),
    NOT_CATEGORY(Use.WHICH, "not-category", Type.TEXTS, Says.NONE),
    NOT_AUTHOR(Use.WHICH, "not-author", Type.TEXTS, Says.NONE),
    NOT_TAG(Use.WHICH, "not-tag", Type.TEXTS, Says.NONE),
    LANG(Use.WHICH, "lang", Type.TEXTS, "Articles in one of these languages (BCP 47); zh stands for zh-TW too."),
    HAS(Use.WHICH, "has", Type.TEXT, "Articles with a picture.", "image"),
    WORDS(
            Use.WHICH,
            "q",
            Type.WORDS,
            "Articles that say this in title or text: all words, \"a phrase\", either OR other, -without, begin*."),
    TITLE(Use.WHICH, "title", Type.WORDS, "The same of titles alone."),
    SINCE(Use.WHICH, "since", Type.TIME, "Articles published or changed since a date, a time or an age."),
    UNTIL(Use.WHICH, "until", Type.TIME, "Articles published by the end of a date, or an age ago."),
    FILTER_TIME(
            Use.WHICH,
            "filter_time",
            Type.SECONDS,
            1,
            1_000_000_000,
            "Articles published within this number of seconds."),
    FILTER(Use.FILTER, "filter", Type.PATTERN, Says.PATTERN),
    FILTEROUT(Use.FILTER, "filterout", Type.PATTERN, Says.PATTERN),
    FILTER_TITLE(Use.FILTER, "filter_title", Type.PATTERN, Says.PATTERN),
    FILTER_DESCRIPTION(Use.FILTER, "filter_description", Type.PATTERN, Says.PATTERN),
    FILTER_AUTHOR(Use.FILTER, "filter_author", Type.PATTERN, Says.PATTERN),
    FILTER_CATEGORY(Use.FILTER, "filter_category", Type.PATTERN, Says.PATTERN),
    FILTEROUT_TITLE(Use.FILTER, "filterout_title", Type.PATTERN, Says.PATTERN),
    FILTEROUT_DESCRIPTION(Use.FILTER, "filterout_description", Type.PATTERN, Says.PATTERN),
    FILTEROUT_AUTHOR(Use.FILTER, "filterout_author", Type.PATTERN, Says.PATTERN),
    FILTEROUT_CATEGORY(Use.FILTER, "filterout_category", Type.PATTERN, Says.PATTERN),
    FILTER_CASE_SENSITIVE(Use.FILTER, "filter_case_sensitive", Type.PATTERN, Says.PATTERN),

    SORT(Use.HOW, "sort", Type.TEXT, "By which time the latest come first.", "published", "updated"),
    CONTENT(Use.HOW, "content", Type.TEXT, "How much of each article is given.", "full", "summary", "none"),
    BRIEF(Use.HOW, "brief", Type.NUMBER, 100, 10_000, "Summary and body are this number of characters of the text."),
    SCRIPT(Use.HOW, "script", Type.TEXT, "The Chinese script of titles and texts.", "simplified", "traditional"),
    LIMIT(Use.HOW, "limit", Type.NUMBER, "The greatest number of articles."),
    CURSOR(Use.HOW, "cursor", Type.TEXT, "Articles behind a place that an earlier answer named."),
    MODE(Use.HOW, "mode", Type.TEXT, "As without it, as in RSSHub.", "fulltext"),
    OPENCC(Use.HOW, "opencc", Type.TEXT, "As script, as in RSSHub.", "t2s", "s2t"),

    NAME(Use.FEED, "name", Type.NAME, 1, 100, "What the feed is called, in place of a sentence about its articles."),

    FIELDS(Use.LATEST, "fields", Type.TEXT, "Only these fields of each item, joined by commas."),
    NEXT(Use.LATEST, "next", Type.TEXT, "As cursor."),

    LAST_EVENT_ID(
            Use.EVENTS, "last-event-id", Type.TEXT, "As the field Last-Event-ID, for clients that cannot set it."),

    /** The number of a page of a feed's archive. */
    ARCHIVE(Use.PAGES, "archive", Type.NUMBER, "Page of the archive, counted from the oldest."),
    OLDER(Use.PAGES, "older", Type.TEXT, "Articles behind this cursor."),
    NEWER(Use.PAGES, "newer", Type.TEXT, "Articles before this cursor."),
    PAGE(Use.PAGES, "page", Type.NUMBER, "Page of a list, counted from 1."),
    IN(Use.PAGES, "in", Type.TEXT, "Categories right below this one."),
    FORMAT(Use.PAGES, "format", Type.TEXT, "Format of the feed that the builder shows."),
    VERSION(Use.PAGES, "v", Type.TEXT, "Changes with the asset, for the caches of browsers.");

    private static final Map<String, Parameter> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Parameter::toString, Function.identity()));

    /** Where a parameter counts. */
    public enum Use {
        /** Which articles a feed or search has, as the library finds them. */
        WHICH,
        /** Which of these pass, as each of them is looked at. */
        FILTER,
        /** The order, number and content of entries. */
        HOW,
        /** In feeds alone: what is said of the whole. */
        FEED,
        /** In the newest items as JSON alone. */
        LATEST,
        /** In the events alone: where they go on. */
        EVENTS,
        /** In archives, pages and assets, none of which are described for programs. */
        PAGES
    }

    /** How its value is read; several values of {@link #TEXTS} count, of others the last one. */
    public enum Type {
        /** One of its choices, if it has any. */
        TEXT,
        TEXTS,
        /** Words to search for. */
        WORDS,
        /** A date, a time or an age. */
        TIME,
        /** An age in seconds. */
        SECONDS,
        /** A number within its limits. */
        NUMBER,
        /** A text for people; its limits are those of its length in characters. */
        NAME,
        /** A regular expression, or a rule for them. */
        PATTERN;

        public boolean isNumber() {
            return this == NUMBER || this == SECONDS;
        }
    }

    /** What several parameters say. */
    private static final class Says {
        private static final String ANY = "Articles under one of these; of several kinds, under one of each.";
        private static final String NONE = "Articles under none of these.";
        private static final String PATTERN =
                "A regular expression (RE2) that must or must not be found, as in RSSHub.";
    }

    private final Use use;
    private final String name;
    private final Type type;
    private final int least;
    private final int most;
    private final String says;
    /** Separated by spaces, since enums are immutable. */
    private final String choices;

    Parameter(Use use, String name, Type type, String says, String... choices) {
        this(use, name, type, 1, Integer.MAX_VALUE, says, choices);
    }

    Parameter(Use use, String name, Type type, int least, int most, String says, String... choices) {
        this.use = use;
        this.name = name;
        this.type = type;
        this.least = least;
        this.most = most;
        this.says = says;
        this.choices = String.join(" ", choices);
    }

    /** All parameters that count in one of these ways. */
    public static Set<Parameter> of(Use... uses) {
        Set<Parameter> some = EnumSet.allOf(Parameter.class);
        some.removeIf(parameter -> !List.of(uses).contains(parameter.use));
        return Collections.unmodifiableSet(some);
    }

    /** The parameter of this name; null for none. */
    public static @Nullable Parameter named(String name) {
        return BY_NAME.get(name);
    }

    /** The parameter for names below a prefix of terms. */
    public static Parameter of(PathPrefix prefix) {
        return switch (prefix) {
            case CATEGORIES -> CATEGORY;
            case AUTHORS -> AUTHOR;
            case TAGS -> TAG;
            default -> throw new IllegalArgumentException(prefix + " has no terms");
        };
    }

    /** The parameter for names below a prefix of terms that articles must not have. */
    public static Parameter without(PathPrefix prefix) {
        return switch (prefix) {
            case CATEGORIES -> NOT_CATEGORY;
            case AUTHORS -> NOT_AUTHOR;
            case TAGS -> NOT_TAG;
            default -> throw new IllegalArgumentException(prefix + " has no terms");
        };
    }

    /** Where it counts. */
    public Use use() {
        return use;
    }

    public Type type() {
        return type;
    }

    /** The least number that it may be, or the least length. */
    public int least() {
        return least;
    }

    /** The greatest number that it may be, or the greatest length. */
    public int most() {
        return most;
    }

    /** Its description in one sentence. */
    public String says() {
        return says;
    }

    /** The allowed values; empty if others are allowed. */
    public List<String> choices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split(" ", -1));
    }

    /**
     * A query with this parameter.
     *
     * @param value percent-encoded
     */
    public String with(String value) {
        return name + "=" + value;
    }

    /** Whether a canonical query has it. */
    public boolean isIn(String query) {
        String start = name + "=";
        return query.startsWith(start) || query.contains("&" + start);
    }

    /** Its name in queries. */
    @Override
    public String toString() {
        return name;
    }
}
