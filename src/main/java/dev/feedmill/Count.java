package dev.feedmill;

/** A number with its noun, for messages. */
final class Count {
    private Count() {}

    /** Formats {@code 1 file}, {@code 2 files}. */
    static String of(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
