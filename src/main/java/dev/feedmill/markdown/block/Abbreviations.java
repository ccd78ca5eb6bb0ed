package dev.feedmill.markdown.block;

import dev.feedmill.markdown.block.AbbreviationBlocks.Abbreviation;
import dev.feedmill.markdown.inline.ElementInline;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Marks the abbreviations of a document with their definitions. */
public final class Abbreviations {
    private final Map<String, String> meanings = new HashMap<>();

    private Abbreviations() {}

    /** Removes the definitions and marks the defined words. */
    public static void mark(Node document) {
        Abbreviations abbreviations = new Abbreviations();
        abbreviations.take(document);
        if (!abbreviations.meanings.isEmpty()) {
            abbreviations.markIn(document);
        }
    }

    private void take(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Abbreviation abbreviation) {
                meanings.put(abbreviation.word(), abbreviation.meaning());
                abbreviation.unlink();
            } else {
                take(node);
            }
            node = next;
        }
    }

    private void markIn(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Text text) {
                markIn(text);
            } else {
                markIn(node);
            }
            node = next;
        }
    }

    private void markIn(Text text) {
        String words = text.getLiteral();
        int done = 0;
        for (int at = 0; at < words.length(); ) {
            int end = at;
            while (end < words.length() && isWord(words.charAt(end))) {
                end++;
            }
            String meaning = end == at ? null : meanings.get(words.substring(at, end));
            if (meaning != null) {
                put(text, words.substring(done, at));
                ElementInline abbreviation =
                        new ElementInline("abbr", meaning.isEmpty() ? Map.of() : Map.of("title", meaning));
                abbreviation.appendChild(new Text(words.substring(at, end)));
                text.insertBefore(abbreviation);
                done = end;
            }
            at = Math.max(end, at + 1);
        }
        if (done > 0) {
            put(text, words.substring(done));
            text.unlink();
        }
    }

    private static void put(Text text, String words) {
        if (!words.isEmpty()) {
            Text part = new Text(words);
            part.setSourceSpans(text.getSourceSpans());
            text.insertBefore(part);
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '&' || c == '+' || c == '#';
    }
}
