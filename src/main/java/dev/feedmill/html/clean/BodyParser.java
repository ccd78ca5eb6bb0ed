package dev.feedmill.html.clean;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Reads a body as a browser would, and prints it with no entity beyond the five of XML. */
public final class BodyParser {
    /** Room above the limit, so that what is too deep can be seen to be; the parser flattens what is deeper still. */
    private static final int SPARE_DEPTH = 8;

    private final int maxDepth;

    public BodyParser(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    public Document parse(String html) {
        Document document = empty();
        Element body = document.body();
        Parser parser = Parser.htmlParser().setMaxDepth(maxDepth + SPARE_DEPTH);
        List<Node> nodes = List.copyOf(parser.parseFragmentInput(html, body, ""));
        nodes.forEach(body::appendChild);
        return document;
    }

    public String print(Document document) {
        return trimmed(document.body().html());
    }

    /** One paragraph of a text. */
    public String printText(String text) {
        Document plain = empty();
        plain.body().appendElement("p").text(text);
        return plain.body().html();
    }

    static Document empty() {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return document;
    }

    /** Leaves the ideographic blanks that paragraphs begin with. */
    private static String trimmed(String html) {
        int start = 0;
        int end = html.length();
        while (start < end && isBlank(html.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(html.charAt(end - 1))) {
            end--;
        }
        return html.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\f';
    }
}
