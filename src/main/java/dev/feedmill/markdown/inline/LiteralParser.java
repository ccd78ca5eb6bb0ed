package dev.feedmill.markdown.inline;

import java.util.List;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Keeps escaped characters, and entities of what typography changes, apart from the text around them. */
public final class LiteralParser implements InlineContentParserFactory {
    private static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** Written as entities, these stay as they are. */
    private static final List<String> QUOTES = List.of("&quot;", "&#34;", "&#x22;");

    private static final List<String> APOSTROPHES = List.of("&apos;", "&#39;", "&#x27;", "&#039;");

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\', '&');
    }

    @Override
    public InlineContentParser create() {
        return LiteralParser::tryParse;
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (scanner.peek() == '&') {
            return entity(scanner);
        }
        scanner.next();
        char escaped = scanner.peek();
        if (escaped == '\n') {
            scanner.next();
            return ParsedInline.of(new HardLineBreak(), scanner.position());
        }
        if (ASCII_PUNCTUATION.indexOf(escaped) < 0) {
            return ParsedInline.none();
        }
        scanner.next();
        return ParsedInline.of(new Literal(String.valueOf(escaped)), scanner.position());
    }

    private static ParsedInline entity(Scanner scanner) {
        for (String entity : QUOTES) {
            if (scanner.next(entity)) {
                return ParsedInline.of(new Literal("\""), scanner.position());
            }
        }
        for (String entity : APOSTROPHES) {
            if (scanner.next(entity)) {
                return ParsedInline.of(new Literal("'"), scanner.position());
            }
        }
        return ParsedInline.none();
    }
}
