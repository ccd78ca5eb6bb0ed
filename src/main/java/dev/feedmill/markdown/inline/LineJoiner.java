package dev.feedmill.markdown.inline;

import java.lang.Character.UnicodeScript;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Joins lines of scripts without spaces between words, where a line end would be shown as a space. */
public final class LineJoiner {
    private LineJoiner() {}

    /** Removes such line ends below a node. */
    public static void join(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof SoftLineBreak
                    && node.getPrevious() instanceof Text before
                    && node.getNext() instanceof Text after
                    && isJoined(before.getLiteral(), after.getLiteral())) {
                node.unlink();
            } else {
                join(node);
            }
            node = next;
        }
    }

    private static boolean isJoined(String before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && isUnspaced(before.codePointBefore(before.length()))
                && isUnspaced(after.codePointAt(0));
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x2e80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || (c >= 0x3000 && c <= 0x303f)
                || (c >= 0xff00 && c <= 0xffef && script == UnicodeScript.COMMON);
    }
}
