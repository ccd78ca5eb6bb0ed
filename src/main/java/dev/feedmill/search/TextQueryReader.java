package dev.feedmill.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parser of one query. No input is an error; an unclosed quotation mark ends at the end. */
final class TextQueryReader {
    private static final String QUOTES = "\"“”„«»「」『』＂";

    private final String typed;
    private final boolean title;
    private final List<List<Phrase>> all = new ArrayList<>();
    private final List<Phrase> none = new ArrayList<>();
    private final List<TextQuery.Word> words = new ArrayList<>();
    private int at;
    private boolean or;

    TextQueryReader(String typed, boolean title) {
        this.typed = typed;
        this.title = title;
    }

    @Nullable
    TextQuery read() {
        while (at < typed.length()) {
            char c = typed.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (isOr()) {
                or = true;
            } else {
                part();
            }
        }
        return all.isEmpty() && none.isEmpty() ? null : new TextQuery(all, none);
    }

    /** The words that were read. */
    List<TextQuery.Word> words() {
        return List.copyOf(words);
    }

    private boolean isOr() {
        int end = wordEnd(at);
        String word = typed.substring(at, end);
        if (word.equals("OR") || word.equals("|")) {
            at = end;
            return true;
        }
        return false;
    }

    private void part() {
        boolean without = typed.charAt(at) == '-' || typed.charAt(at) == '−' || typed.charAt(at) == '－';
        int start = without ? at + 1 : at;
        boolean quoted = start < typed.length() && QUOTES.indexOf(typed.charAt(start)) >= 0;
        int end = quoted ? quoteEnd(start + 1) : wordEnd(start);
        String text = typed.substring(Math.min(quoted ? start + 1 : start, end), end);
        // The mark that closes a phrase is not the one that opens the next.
        at = Math.max(quoted ? end + 1 : end, start + 1);
        Phrase phrase = Phrase.of(text, !quoted && text.endsWith("*"), title);
        if (phrase == null) {
            return;
        }
        words.add(new TextQuery.Word(text, !without && or && !all.isEmpty(), without));
        if (without) {
            none.add(phrase);
        } else if (or && !all.isEmpty()) {
            all.get(all.size() - 1).add(phrase);
        } else {
            all.add(new ArrayList<>(List.of(phrase)));
        }
        or = false;
    }

    private int quoteEnd(int from) {
        int end = from;
        while (end < typed.length() && QUOTES.indexOf(typed.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Returns the end of a word; a quotation mark within a word belongs to it. */
    private int wordEnd(int from) {
        int end = from;
        while (end < typed.length() && !isBlank(typed.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
