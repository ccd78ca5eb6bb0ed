package dev.feedmill.template;

import java.util.List;

/**
 * A text without its template code.
 *
 * @param body the text that is shown, with a mapping to the source's lines
 * @param notes what could not be shown
 * @param more number of notes beyond the limit
 */
public record TemplateResult(MappedText body, List<Note> notes, int more) {

    /**
     * A note of something that could not be shown.
     *
     * @param line of the text, counted from 1
     */
    public record Note(int line, String message) {}

    public TemplateResult {
        notes = List.copyOf(notes);
    }
}
