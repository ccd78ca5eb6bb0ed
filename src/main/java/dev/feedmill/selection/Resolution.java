package dev.feedmill.selection;

/** The result of looking up a name. */
public sealed interface Resolution<T> {
    /** Found under its canonical name. */
    record Found<T>(T value) implements Resolution<T> {}

    /** Found, but under another canonical name: 301. */
    record Moved<T>(T value) implements Resolution<T> {}

    /** Existed, but was removed: 410. */
    record Gone<T>(T last) implements Resolution<T> {}

    /** Never existed: 404. */
    record Unknown<T>() implements Resolution<T> {}
}
