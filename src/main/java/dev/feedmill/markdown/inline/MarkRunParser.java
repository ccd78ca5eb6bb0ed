package dev.feedmill.markdown.inline;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Finds emphasis marks by other rules than CommonMark's; {@link EmphasisResolver} pairs them. */
public final class MarkRunParser implements InlineContentParserFactory {
    private final Emphasis rules;
    private final Set<Character> marks;

    /**
     * Creates a parser.
     *
     * @param marks whose runs it finds
     */
    public MarkRunParser(Emphasis rules, Set<Character> marks) {
        this.rules = rules;
        this.marks = Set.copyOf(marks);
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return marks;
    }

    @Override
    public InlineContentParser create() {
        return this::tryParse;
    }

    private ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        char mark = scanner.peek();
        int before = scanner.peekPreviousCodePoint();
        int count = scanner.matchMultiple(mark);
        int after = scanner.peekCodePoint();
        MarkRun run = new MarkRun(mark, count, rules.opens(mark, before, after), rules.closes(mark, before, after));
        return ParsedInline.of(run, scanner.position());
    }
}
