package dev.feedmill.filter;

import dev.feedmill.runtime.Deadline;

/** A text that stops a regular expression match at a deadline: access to a character throws once the time is over. */
final class LimitedText implements CharSequence {
    /**
     * Characters between two checks of the clock; a pattern may have hundreds of states per character, so that this
     * takes some milliseconds.
     */
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
