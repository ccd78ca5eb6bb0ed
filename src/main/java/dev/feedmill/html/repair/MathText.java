package dev.feedmill.html.repair;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes a MathML formula as one line of HTML: {@code (a+b)/2}, {@code √(x)}. */
final class MathText {
    private static final Set<String> SILENT = Set.of("annotation", "annotation-xml", "mphantom", "maction", "mspace");
    private static final Set<String> LETTERS = Set.of("mi", "mn", "mo", "mtext", "ms");

    private MathText() {}

    static Element of(Element formula) {
        Element line = new Element("span");
        children(formula, line);
        return line;
    }

    private static void children(Element element, Element out) {
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner) {
                write(inner, out);
            } else if (child instanceof TextNode text && !text.isBlank()) {
                out.appendText(text.text().strip());
            }
        }
    }

    private static void write(Element element, Element out) {
        List<Element> parts = element.children();
        switch (element.normalName()) {
            case "mfrac" -> fraction(parts, out);
            case "msqrt" -> root("√", parts, out);
            case "mroot" -> root("√", parts.subList(0, Math.min(1, parts.size())), out);
            case "msup", "mover" -> scripts(parts, out, "sup");
            case "msub", "munder" -> scripts(parts, out, "sub");
            case "msubsup", "munderover" -> scripts(parts, out, "sub", "sup");
            case "mtr" -> {
                children(element, out);
                out.appendText("; ");
            }
            case "mtd" -> {
                children(element, out);
                out.appendText(" ");
            }
            default -> {
                if (LETTERS.contains(element.normalName())) {
                    out.appendText(element.text());
                } else if (!SILENT.contains(element.normalName())) {
                    children(element, out);
                }
            }
        }
    }

    private static void fraction(List<Element> parts, Element out) {
        for (int i = 0; i < parts.size(); i++) {
            out.appendText(i == 0 ? "" : "/");
            grouped(parts.get(i), out);
        }
    }

    private static void root(String sign, List<Element> parts, Element out) {
        out.appendText(sign + "(");
        parts.forEach(part -> write(part, out));
        out.appendText(")");
    }

    private static void scripts(List<Element> parts, Element out, String... names) {
        for (int i = 0; i < parts.size(); i++) {
            if (i == 0 || i > names.length) {
                write(parts.get(i), out);
            } else {
                write(parts.get(i), out.appendElement(names[i - 1]));
            }
        }
    }

    private static void grouped(Element part, Element out) {
        boolean simple = LETTERS.contains(part.normalName());
        out.appendText(simple ? "" : "(");
        write(part, out);
        out.appendText(simple ? "" : ")");
    }
}
