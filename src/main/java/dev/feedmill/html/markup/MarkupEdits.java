package dev.feedmill.html.markup;

import dev.feedmill.html.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to one HTML text with their faults, in any order. */
public final class MarkupEdits {
    private final Markup markup;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** For each part, the number of gaps before it that contain words; computed on first use. */
    private int @Nullable [] gapsWithWords;

    private record Edit(int start, int end, String text) {}

    private record Place(int offset, String message) {}

    /**
     * The repaired HTML.
     *
     * @param faults in the order of the text
     */
    public record Mended(String html, List<Fault> faults) {}

    private MarkupEdits(Markup markup) {
        this.markup = markup;
    }

    /** Repairs everything that is not closed. */
    public static Mended mend(Markup markup) {
        MarkupEdits edits = new MarkupEdits(markup);
        List<Tag> tags = new RawTextCloser(markup, edits).run();
        new ElementCloser(markup.html(), tags, edits).run();
        return edits.apply();
    }

    /** Turns a {@code <} into text. */
    void escape(int offset) {
        replace(offset, offset + 1, "&lt;");
    }

    void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    private void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    void fault(int offset, String message) {
        places.add(new Place(offset, message));
    }

    /** Reports generated words inside content that is not shown. */
    void hidden(String what, int from, int to) {
        if (markup.parts().size() > 1) {
            int[] gaps = gapsWithWords == null ? countGaps() : gapsWithWords;
            if (gaps[markup.indexAt(to)] > gaps[markup.indexAt(from)]) {
                fault(from, what + " must end before the next paragraph; all up to its end is left out");
            }
        }
    }

    private int[] countGaps() {
        List<Markup.Part> parts = markup.parts();
        int[] gaps = new int[parts.size()];
        for (int i = 1; i < gaps.length; i++) {
            String made =
                    markup.html().substring(parts.get(i - 1).end(), parts.get(i).start());
            gaps[i] = gaps[i - 1] + (PlainText.ofHtml(made).isEmpty() ? 0 : 1);
        }
        gapsWithWords = gaps;
        return gaps;
    }

    Mended apply() {
        if (edits.isEmpty() && places.isEmpty()) {
            return new Mended(markup.html(), markup.faults());
        }
        edits.sort(Comparator.comparingInt(Edit::start));
        String html = markup.html();
        StringBuilder out = new StringBuilder(html.length() + 64);
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() >= at) {
                out.append(html, at, edit.start()).append(edit.text());
                at = edit.end();
            }
        }
        out.append(html, at, html.length());
        return new Mended(out.toString(), faults());
    }

    private List<Fault> faults() {
        places.sort(Comparator.comparingInt(Place::offset));
        List<Fault> faults = new ArrayList<>(markup.faults());
        Markup.@Nullable Part part = null;
        int at = 0;
        int line = 0;
        for (Place place : places) {
            if (part == null || place.offset() >= part.end()) {
                part = markup.partAt(place.offset());
                at = part.start();
                line = part.line();
            }
            for (; at < place.offset(); at++) {
                line += markup.html().charAt(at) == '\n' ? 1 : 0;
            }
            faults.add(new Fault(line, place.message()));
        }
        faults.sort(Comparator.comparingInt(Fault::line));
        return faults;
    }
}
