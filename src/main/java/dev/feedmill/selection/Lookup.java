package dev.feedmill.selection;

/** What became of a name that somebody asked for. */
public sealed interface Lookup<T> {
    /** Here it is, and that is its canonical name. */
    record Found<T>(T value) implements Lookup<T> {}

    /** It is known, but its canonical name is another: answer 301. */
    record Moved<T>(T value) implements Lookup<T> {}

    /** There was one, and it was taken away: answer 410. */
    record Gone<T>(T last) implements Lookup<T> {}

    /** There never was one: answer 404. */
    record Unknown<T>() implements Lookup<T> {}
}
