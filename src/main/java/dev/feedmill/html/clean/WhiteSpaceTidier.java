package dev.feedmill.html.clean;

import dev.feedmill.html.repair.Ancestors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Joins adjacent texts, and collapses white space outside code. */
final class WhiteSpaceTidier {
    private static final Set<String> CODE = Set.of("pre", "code", "samp", "kbd");

    void tidy(Element body) {
        for (Element element : body.getAllElements()) {
            if (hasNeighbouringTexts(element)) {
                join(element);
            }
            for (TextNode text : element.textNodes()) {
                shrink(text, element);
            }
        }
    }

    private static boolean hasNeighbouringTexts(Element element) {
        boolean afterText = false;
        for (Node child : element.childNodes()) {
            boolean isText = child instanceof TextNode;
            if (isText && afterText) {
                return true;
            }
            afterText = isText;
        }
        return false;
    }

    private static void join(Element element) {
        List<Node> joined = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.getWholeText());
            } else {
                addText(joined, words);
                joined.add(child);
            }
        }
        addText(joined, words);
        element.empty();
        element.appendChildren(joined);
    }

    private static void addText(List<Node> nodes, StringBuilder words) {
        if (!words.isEmpty()) {
            nodes.add(new TextNode(words.toString()));
            words.setLength(0);
        }
    }

    private static void shrink(TextNode text, Element parent) {
        String written = text.getWholeText();
        if (written.length() > 1 && isWhiteSpace(written) && !Ancestors.isWithin(parent, CODE)) {
            text.text(written.indexOf('\n') >= 0 ? "\n" : " ");
        }
    }

    private static boolean isWhiteSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \n\t\f".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
