package dev.feedmill.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes as text what readers show neither safely nor at all: the boxes of task lists, and formulas. */
final class Transcriber {
    void transcribe(Element body) {
        for (Element box : body.select("input[type=checkbox]")) {
            String mark = box.hasAttr("checked") ? "☑" : "☐";
            boolean apart = box.nextSibling() instanceof TextNode text
                    && text.getWholeText().startsWith(" ");
            box.replaceWith(new TextNode(apart ? mark : mark + " "));
        }
        for (Element formula : body.select("math")) {
            Element tex = formula.selectFirst("annotation[encoding=application/x-tex]");
            Node text = new TextNode(tex == null ? formula.text() : tex.text());
            formula.replaceWith(text);
        }
    }
}
