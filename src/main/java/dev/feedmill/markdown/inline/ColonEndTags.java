package dev.feedmill.markdown.inline;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** End tags with a colon in their names, {@code </v:shape>}, which are tags in marked and text in CommonMark. */
public final class ColonEndTags implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return ColonEndTags::tryParse;
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        if (!scanner.next("</") || !isLetter(scanner.peek())) {
            return ParsedInline.none();
        }
        boolean colon = false;
        while (isLetter(scanner.peek()) || isDigit(scanner.peek()) || "_:-".indexOf(scanner.peek()) >= 0) {
            colon |= scanner.peek() == ':';
            scanner.next();
        }
        scanner.whitespace();
        if (!colon || !scanner.next('>')) {
            return ParsedInline.none();
        }
        HtmlInline tag = new HtmlInline();
        tag.setLiteral(scanner.getSource(start, scanner.position()).getContent());
        return ParsedInline.of(tag, scanner.position());
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
