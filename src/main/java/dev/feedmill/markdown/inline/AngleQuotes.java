package dev.feedmill.markdown.inline;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * Quotes of two angle brackets, {@code <<words>>}, which typography turns into « and »: the second bracket begins no
 * tag.
 */
public final class AngleQuotes implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return AngleQuotes::tryParse;
    }

    private static ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        return scanner.next("<<") && scanner.peek() != '<'
                ? ParsedInline.of(new Text("<<"), scanner.position())
                : ParsedInline.none();
    }
}
