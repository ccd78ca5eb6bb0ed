package dev.feedmill.template;

import java.util.ArrayList;
import java.util.List;

/** A text derived from a source, with a mapping of its lines. */
public final class MappedText {
    private final String source;
    private final StringBuilder out;
    private final List<Step> steps = new ArrayList<>();

    /** A range of the text, copied or replaced, with its start in the text and in the source. */
    private record Step(int made, int from, boolean copied) {}

    public MappedText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    /** Returns a text that is equal to its source. */
    public static MappedText unchanged(String source) {
        MappedText same = new MappedText(source);
        same.copy(0, source.length());
        return same;
    }

    public void copy(int from, int to) {
        if (to > from) {
            steps.add(new Step(out.length(), from, true));
            out.append(source, from, to);
        }
    }

    public void insert(String text, int at) {
        if (!text.isEmpty()) {
            steps.add(new Step(out.length(), at, false));
            out.append(text);
        }
    }

    /** Returns all replacement texts. */
    public String insertions() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).copied()) {
                int end = i + 1 < steps.size() ? steps.get(i + 1).made() : out.length();
                made.append(out, steps.get(i).made(), end).append('\n');
            }
        }
        return made.toString();
    }

    public String text() {
        return out.toString();
    }

    /** Returns the source's line for a line of the text, both counted from 1. */
    public int sourceLine(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = out.indexOf("\n", start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return line(source, sourceOffset(start));
    }

    /** Returns the line of an offset, counted from 1. */
    public static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private int sourceOffset(int offset) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).made() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0;
        }
        Step step = steps.get(low - 1);
        return Math.min(source.length(), step.copied() ? step.from() + offset - step.made() : step.from());
    }
}
