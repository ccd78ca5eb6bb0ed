package dev.feedmill.filter;

import dev.feedmill.runtime.Deadline;

/** A text that a pattern is looked for in no longer than a deadline allows: each look at its letters may be the last. */
final class LimitedText implements CharSequence {
    /** For each letter a pattern may be in hundreds of states: some milliseconds between two looks at the clock. */
    private static final int BETWEEN_CHECKS = 256;

    private final String text;
    private final Deadline deadline;
    private int left = BETWEEN_CHECKS;

    LimitedText(String text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (--left == 0) {
            left = BETWEEN_CHECKS;
            deadline.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
