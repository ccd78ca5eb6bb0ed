package dev.feedmill.problem;

/** A number with its noun, for messages. */
public final class Count {
    private Count() {}

    /** Formats {@code 1 file}, {@code 2 files}. */
    public static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
