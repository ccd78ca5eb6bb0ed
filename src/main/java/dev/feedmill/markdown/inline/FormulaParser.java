package dev.feedmill.markdown.inline;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Keeps formulas as written, in which Markdown would find emphasis and escapes. Text between single dollars is a
 * formula only if it looks like one: no space inside the dollars, no digit after them, and a TeX character in it.
 */
public final class FormulaParser implements InlineContentParserFactory {
    private static final String SIGNS = "\\_^{}*";

    private final boolean onlyDouble;

    /**
     * Creates a parser.
     *
     * @param onlyDouble whether only {@code $$} delimits a formula, which is shown with MathJax's delimiters
     */
    public FormulaParser(boolean onlyDouble) {
        this.onlyDouble = onlyDouble;
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return onlyDouble ? Set.of('$') : Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
        return new Search();
    }

    private final class Search implements InlineContentParser {
        /** Whether the rest of the paragraph has no such end. */
        private boolean noDouble;

        private boolean noSingle;
        private boolean noRound;
        private boolean noSquare;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            Position start = scanner.position();
            if (scanner.next("$$")) {
                noDouble = noDouble || !toEnd(scanner, "$$");
                return noDouble ? ParsedInline.none() : formula(scanner, start);
            }
            if (onlyDouble) {
                return ParsedInline.none();
            }
            if (scanner.next("\\(")) {
                noRound = noRound || !toEnd(scanner, "\\)");
                return noRound ? ParsedInline.none() : formula(scanner, start);
            }
            if (scanner.next("\\[")) {
                noSquare = noSquare || !toEnd(scanner, "\\]");
                return noSquare ? ParsedInline.none() : formula(scanner, start);
            }
            return scanner.next('$') && !noSingle ? single(scanner, start) : ParsedInline.none();
        }

        private ParsedInline single(Scanner scanner, Position start) {
            if (Character.isWhitespace(scanner.peek())) {
                return ParsedInline.none();
            }
            boolean sign = false;
            char last = 0;
            for (char c = scanner.peek(); c != Scanner.END; c = scanner.peek()) {
                scanner.next();
                if (c == '$' && last != '\\') {
                    boolean ends = last != 0 && !Character.isWhitespace(last) && !Character.isDigit(scanner.peek());
                    return ends && sign ? formula(scanner, start) : ParsedInline.none();
                }
                sign |= SIGNS.indexOf(c) >= 0;
                last = last == '\\' && c == '\\' ? 0 : c;
            }
            noSingle = true;
            return ParsedInline.none();
        }

        private boolean toEnd(Scanner scanner, String end) {
            while (scanner.find(end.charAt(0)) >= 0) {
                if (scanner.next(end)) {
                    return true;
                }
                scanner.next();
                if (end.charAt(0) == '\\' && scanner.peek() == '\\') {
                    scanner.next();
                }
            }
            return false;
        }

        private ParsedInline formula(Scanner scanner, Position start) {
            String source = scanner.getSource(start, scanner.position()).getContent();
            if (onlyDouble) {
                source = "\\(" + source.substring(2, source.length() - 2).strip() + "\\)";
            }
            return ParsedInline.of(new Formula(source), scanner.position());
        }
    }
}
