package dev.feedmill.selection;

/** What became of a name that somebody asked for. */
public sealed interface Resolution<T> {
    /** Here it is, and that is its canonical name. */
    record Found<T>(T value) implements Resolution<T> {}

    /** It is known, but its canonical name is another: answer 301. */
    record Moved<T>(T value) implements Resolution<T> {}

    /** There was one, and it was taken away: answer 410. */
    record Gone<T>(T last) implements Resolution<T> {}

    /** There never was one: answer 404. */
    record Unknown<T>() implements Resolution<T> {}
}
