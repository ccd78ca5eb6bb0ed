package dev.feedmill.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive tokens.
 *
 * @param tokens at least one
 * @param prefix whether the last one is a prefix
 * @param title whether only the title is searched
 */
public record Phrase(List<String> tokens, boolean prefix, boolean title) {
    public Phrase {
        tokens = List.copyOf(tokens);
    }

    /** Tokenizes a text; null if it has no word. */
    static @Nullable Phrase of(String text, boolean open, boolean title) {
        List<Unit> units = Tokenizer.units(Tokenizer.normal(text));
        if (units.isEmpty()) {
            return null;
        }
        List<String> tokens = new ArrayList<>();
        Unit last = units.get(units.size() - 1);
        for (Unit unit : units) {
            unit.addTo(tokens, unit != last);
        }
        return new Phrase(tokens, last.isBeginning() || (open && last.isWord()), title);
    }

    boolean matches(List<String> text, int at) {
        int size = tokens.size();
        if (at + size > text.size()) {
            return false;
        }
        for (int i = 0; i < size - 1; i++) {
            if (!tokens.get(i).equals(text.get(at + i))) {
                return false;
            }
        }
        String last = text.get(at + size - 1);
        return prefix ? last.startsWith(tokens.get(size - 1)) : last.equals(tokens.get(size - 1));
    }
}
