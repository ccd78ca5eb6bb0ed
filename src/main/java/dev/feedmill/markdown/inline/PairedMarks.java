package dev.feedmill.markdown.inline;

import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Text between equal marks that becomes one element, as {@code ==marked==} and {@code x^2^}. */
public final class PairedMarks implements DelimiterProcessor {
    private final char mark;
    private final int length;
    private final String tag;

    /**
     * Creates a processor.
     *
     * @param length of the marks
     */
    public PairedMarks(char mark, int length, String tag) {
        this.mark = mark;
        this.length = length;
        this.tag = tag;
    }

    @Override
    public char getOpeningCharacter() {
        return mark;
    }

    @Override
    public char getClosingCharacter() {
        return mark;
    }

    @Override
    public int getMinLength() {
        return length;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != length || closing.length() != length) {
            return 0;
        }
        ElementInline element = new ElementInline(tag, Map.of());
        for (Node node : Nodes.between(opening.getOpener(), closing.getCloser())) {
            element.appendChild(node);
        }
        opening.getOpener().insertAfter(element);
        return length;
    }
}
