package dev.feedmill.http;

import dev.feedmill.filter.EntryFilter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every parameter of an address that selects articles, in the order of canonical addresses. */
final class Grammar {
    static final String NOT = "not-";
    static final String LANG = "lang";
    static final String HAS = "has";
    static final String WORDS = "q";
    static final String TITLE = "title";
    static final String SINCE = "since";
    static final String UNTIL = "until";
    static final String FILTER_TIME = "filter_time";
    static final String SORT = "sort";
    static final String CONTENT = "content";
    static final String BRIEF = "brief";
    static final String SCRIPT = "script";
    static final String LIMIT = "limit";
    static final String FIELDS = "fields";
    static final String CURSOR = "cursor";

    /** What other servers call some of them. */
    static final String MODE = "mode";

    static final String OPENCC = "opencc";
    static final String NEXT = "next";

    /** All that mean something on the address of a feed or page. */
    static final Set<String> FEED = Stream.of(
                    EntryFilter.NAMES.stream(),
                    TermNames.KINDS.stream().map(TermNames::parameter).flatMap(kind -> Stream.of(kind, NOT + kind)),
                    Stream.of(
                            LANG,
                            HAS,
                            WORDS,
                            TITLE,
                            SINCE,
                            UNTIL,
                            FILTER_TIME,
                            SORT,
                            CONTENT,
                            BRIEF,
                            SCRIPT,
                            LIMIT,
                            CURSOR,
                            MODE,
                            OPENCC))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    /** All that mean something to {@code /latest}. */
    static final Set<String> LATEST =
            Stream.concat(FEED.stream(), Stream.of(FIELDS, NEXT)).collect(Collectors.toUnmodifiableSet());

    /** Those that say nothing about which articles are wanted. */
    static final Set<String> SHAPE = Set.of(SORT, CONTENT, BRIEF, SCRIPT, LIMIT, CURSOR, MODE, OPENCC);

    private Grammar() {}

    /** Whether a raw query has any of these parameters. */
    static boolean isUsed(@Nullable String query, Set<String> names) {
        return query != null && !CanonicalQuery.known(query, names).isEmpty();
    }
}
