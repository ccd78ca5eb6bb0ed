package dev.feedmill.html.markup;

import java.util.List;

/**
 * Unsanitized HTML, with the parts that an author wrote as tags.
 *
 * @param html all of it
 * @param parts what the author wrote as HTML, in order; the rest was generated and is well-formed
 * @param faults what was repaired before
 */
public record Markup(String html, List<Part> parts, List<Fault> faults) {

    /**
     * One part.
     *
     * @param start its offset
     * @param end the offset after it
     * @param line of its start, counted from 1
     * @param paragraph number of the paragraph that contains it; 0 if it is a block of its own
     */
    public record Part(int start, int end, int line, int paragraph) {
        boolean isAmongWords() {
            return paragraph > 0;
        }
    }

    public Markup {
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }

    /** Returns markup that an author wrote as HTML throughout. */
    public static Markup written(String html) {
        return new Markup(html, List.of(new Part(0, html.length(), 1, 0)), List.of());
    }

    /** Returns the part that contains an offset, or the last one before it. */
    Part partAt(int offset) {
        return parts.get(indexAt(offset));
    }

    int indexAt(int offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
