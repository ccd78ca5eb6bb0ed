package dev.feedmill.template.scan;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.template.MappedText;
import dev.feedmill.template.TemplateResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes of what could not be shown: one per kind, with its first line. */
public final class TemplateNotes {
    private static final int MAX_NOTES = 20;
    private static final int MAX_TAG_LENGTH = 60;

    private final String text;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private static final class Place {
        private final int offset;
        private int more;

        private Place(int offset) {
            this.offset = offset;
        }
    }

    public TemplateNotes(String text) {
        this.text = text;
    }

    public void add(int offset, String message) {
        Place place = places.get(message);
        if (place == null) {
            places.put(message, new Place(offset));
        } else if (place.offset != offset) {
            place.more++;
        }
    }

    /** Shortens a tag for a message. */
    public static String shown(String tag) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < tag.length() && plain.length() <= 2 * MAX_TAG_LENGTH; i++) {
            boolean blank = Character.isWhitespace(tag.charAt(i));
            if (!blank || plain.charAt(plain.length() - 1) != ' ') {
                plain.append(blank ? ' ' : tag.charAt(i));
            }
        }
        return plain.length() <= MAX_TAG_LENGTH ? plain.toString() : PlainText.cut(plain.toString(), MAX_TAG_LENGTH);
    }

    public List<TemplateResult.Note> first() {
        List<TemplateResult.Note> notes = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            if (notes.size() == MAX_NOTES) {
                break;
            }
            Place place = entry.getValue();
            for (; counted < place.offset; counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            int own = place.offset >= counted ? line : MappedText.line(text, place.offset);
            notes.add(new TemplateResult.Note(
                    own, entry.getKey() + (place.more == 0 ? "" : " (and " + place.more + " more)")));
        }
        return notes;
    }

    public int more() {
        return Math.max(0, places.size() - MAX_NOTES);
    }
}
