package dev.feedmill.library.words;

/**
 * SQL fragments of a text search. {@code :text} is bound to {@link #value}; {@code l} is a row of {@code listing}.
 *
 * @param from tables of matching articles, joined with {@code listing} once for each article
 * @param where condition for matches
 * @param newest sort expression for newest first
 * @param last additional condition for those published no later than {@code :last}; empty if it saves nothing
 * @param first additional condition for those published no earlier than {@code :first}
 * @param probe whether the article of {@code l} matches
 * @param rank score, higher is better; valid with {@code from}
 */
public record TextSql(
        String value, String from, String where, String newest, String last, String first, String probe, String rank) {}
