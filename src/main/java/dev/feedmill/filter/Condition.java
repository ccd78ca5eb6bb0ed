package dev.feedmill.filter;

import com.google.re2j.Pattern;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import java.util.List;

/** What an entry must fulfil. */
interface Condition {
    /**
     * Whether an entry fulfils it.
     *
     * @param longestDescription limit of a description's UTF-16 characters that are searched
     */
    boolean allows(Entry entry, int longestDescription, Deadline deadline);

    /**
     * A pattern and the parts of an entry in which to search for it.
     *
     * @param wanted true if one of the parts must match, false if none may match
     */
    record Matches(List<EntryField> parts, Pattern pattern, boolean wanted) implements Condition {
        public Matches {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean allows(Entry entry, int longestDescription, Deadline deadline) {
            boolean found = parts.stream()
                    .flatMap(part -> part.texts(entry, longestDescription))
                    .anyMatch(text ->
                            pattern.matcher(new LimitedText(text, deadline)).find());
            return found == wanted;
        }
    }
}
