package dev.feedmill.template.scan;

import dev.feedmill.template.scan.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a text in order; gaps between added tokens are text. */
public final class Tokens {
    private final String text;
    private final TemplateNotes notes;
    private final List<Token> tokens = new ArrayList<>();
    private int covered;

    public Tokens(String text, TemplateNotes notes) {
        this.text = text;
        this.notes = notes;
    }

    /** Returns the offset up to which tokens cover the text. */
    public int coveredTo() {
        return covered;
    }

    public void add(Token token) {
        if (token.start() > covered) {
            tokens.add(Token.of(Kind.TEXT, covered, token.start(), ""));
        }
        tokens.add(token);
        covered = token.end();
    }

    /** Removes a piece of text. */
    public void skip(int start, int end) {
        add(Token.of(Kind.NOTHING, start, end, ""));
    }

    public void instead(int start, int end, String words) {
        add(Token.of(Kind.INSTEAD, start, end, words));
    }

    public void unclosed(int start, int end, String name) {
        String tag = text.substring(start, end);
        String close = tag.startsWith("{%")
                ? "{% end" + name + " %}"
                : tag.substring(0, 3) + " /" + name + " " + tag.substring(tag.length() - 3);
        notes.add(start, "'" + TemplateNotes.shown(tag) + "' must be closed by '" + close + "'; the tag is left out");
    }

    /** Removes the spaces before the last token, which begins at {@code tag}. */
    public void trimBefore(int tag) {
        int place = tokens.size() - 2;
        if (place < 0
                || tokens.get(place + 1).start() != tag
                || tokens.get(place).kind() != Kind.TEXT) {
            return;
        }
        Token before = tokens.get(place);
        int end = before.end();
        while (end > before.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        tokens.set(place, Token.of(Kind.TEXT, before.start(), end, ""));
    }

    /** Removes the spaces after a tag that ends at an offset; returns the end of the spaces. */
    public int trimAfter(int tagEnd) {
        int end = tagEnd;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        if (end > tagEnd && covered == tagEnd) {
            skip(tagEnd, end);
        }
        return Math.max(tagEnd, covered);
    }

    public List<Token> finish() {
        if (covered < text.length()) {
            tokens.add(Token.of(Kind.TEXT, covered, text.length(), ""));
            covered = text.length();
        }
        return tokens;
    }
}
