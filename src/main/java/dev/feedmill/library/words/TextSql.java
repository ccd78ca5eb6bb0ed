package dev.feedmill.library.words;

/**
 * How a statement asks for words. The value of {@code :text} is what {@link #value} says; {@code l} is a line of
 * {@code listing}.
 *
 * @param from tables of matching articles, with the line of {@code listing} that has each article once
 * @param where what holds of them
 * @param newest by what they are sorted where the newest come first
 * @param last what holds besides of those published no later than {@code :last}; empty where nothing shortens the way
 * @param first the same of those published no earlier than {@code :first}
 * @param probe whether the article of {@code l} matches
 * @param rank the better the greater, where {@code from} is asked
 */
public record TextSql(
        String value, String from, String where, String newest, String last, String first, String probe, String rank) {}
