package dev.feedmill.html.clean;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/** Parses a body as a browser does, and prints it with only the five entities of XML. */
public final class BodyParser {
    /** Margin above the depth limit, so that excess depth is detected; the parser flattens deeper elements. */
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

    /** Returns a text as one paragraph. */
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

    /** Strips white space, but keeps the ideographic spaces that begin a paragraph. */
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
