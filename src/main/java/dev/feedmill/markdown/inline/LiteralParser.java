package dev.feedmill.markdown.inline;

import java.util.List;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Keeps escaped characters, and entities that typography would change, apart from the surrounding text. */
public final class LiteralParser implements InlineContentParserFactory {
    /** Characters that a backslash escapes in CommonMark. */
    public static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** Entities of quotes, which typography must not change. */
    private static final List<String> QUOTES = List.of("&quot;", "&#34;", "&#x22;");

    private static final List<String> APOSTROPHES = List.of("&apos;", "&#39;", "&#x27;", "&#039;");

    private final String escapable;
    private final String lineBreak;

    /**
     * Creates a parser.
     *
     * @param escapable characters that a backslash escapes
     * @param lineBreak backslashes that break a line at its end; empty for none
     */
    public LiteralParser(String escapable, String lineBreak) {
        this.escapable = escapable;
        this.lineBreak = lineBreak;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('\\', '&');
    }

    @Override
    public InlineContentParser create() {
        return this::tryParse;
    }

    private ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (scanner.peek() == '&') {
            return entity(scanner);
        }
        Position start = scanner.position();
        if (!lineBreak.isEmpty() && scanner.next(lineBreak) && scanner.next('\n')) {
            return ParsedInline.of(new HardLineBreak(), scanner.position());
        }
        scanner.setPosition(start);
        scanner.next();
        char escaped = scanner.peek();
        if (escapable.indexOf(escaped) < 0) {
            return ParsedInline.of(new Literal("\\"), scanner.position());
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
