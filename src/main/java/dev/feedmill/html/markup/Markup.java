package dev.feedmill.html.markup;

import java.util.List;

/**
 * HTML before it is cleaned, and which parts of it an author wrote as tags.
 *
 * @param html all of it
 * @param parts what the author wrote as HTML, in order; what stands between was made by a program and is well-formed
 * @param faults what was mended before
 */
public record Markup(String html, List<Part> parts, List<Fault> faults) {

    /**
     * One part.
     *
     * @param start its offset
     * @param end the offset behind it
     * @param line of its start, counted from 1
     * @param paragraph number of the paragraph whose words it stands among; 0 where it is a block of its own
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

    /** What an author wrote in HTML from the first line to the last. */
    public static Markup written(String html) {
        return new Markup(html, List.of(new Part(0, html.length(), 1, 0)), List.of());
    }

    /** The part in which an offset lies, or the last one before it. */
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
