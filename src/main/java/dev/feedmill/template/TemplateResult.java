package dev.feedmill.template;

import java.util.List;

/**
 * A text without its template code.
 *
 * @param body what is shown in its place, with the way back to the lines of the text
 * @param notes what could not be shown
 * @param more notes that were too many to keep
 */
public record TemplateResult(Rewriting body, List<Note> notes, int more) {

    /**
     * Something that could not be shown.
     *
     * @param line of the text, counted from 1
     */
    public record Note(int line, String message) {}

    public TemplateResult {
        notes = List.copyOf(notes);
    }
}
