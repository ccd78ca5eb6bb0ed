package dev.feedmill.markdown.inline;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** kramdown's attribute lists within a line, {@code *words*{: .class}}, and its comments and HTML extensions. */
public final class AttributeListParser implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
        return new Search();
    }

    private static final class Search implements InlineContentParser {
        private boolean noEnd;
        private boolean noBrace;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int before = scanner.peekPreviousCodePoint();
            if (noBrace || !scanner.next("{:")) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            noBrace = scanner.find('}') < 0;
            if (noBrace) {
                return ParsedInline.none();
            }
            String list = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            if (list.startsWith(":")) {
                return extension(scanner, list.substring(1));
            }
            boolean behindSomething =
                    before != Scanner.END && !Character.isWhitespace(before) && !Character.isLetterOrDigit(before);
            boolean first = before == Scanner.END;
            return (behindSomething || first) && list.indexOf('{') < 0
                    ? ParsedInline.of(new AttributeList(list), scanner.position())
                    : ParsedInline.none();
        }

        private ParsedInline extension(Scanner scanner, String name) {
            if (name.endsWith("/")) {
                return ParsedInline.of(new AttributeList(""), scanner.position());
            }
            Position start = scanner.position();
            while (!noEnd && scanner.find('{') >= 0) {
                Position end = scanner.position();
                if (scanner.next("{:/") && scanner.find('}') >= 0) {
                    scanner.next();
                    String inside = scanner.getSource(start, end).getContent();
                    return name.startsWith("nomarkdown")
                            ? ParsedInline.of(html(inside), scanner.position())
                            : ParsedInline.of(new AttributeList(""), scanner.position());
                }
                scanner.next();
            }
            noEnd = true;
            return ParsedInline.none();
        }

        private static HtmlInline html(String literal) {
            HtmlInline html = new HtmlInline();
            html.setLiteral(literal);
            return html;
        }
    }
}
