package dev.feedmill.markdown.block;

import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Takes a fence of code that nothing closes for words, as kramdown and Python-Markdown do; CommonMark takes all that follows
 * for code. Made for one document.
 */
public final class OpenFences implements BlockParserFactory {
    private static final int LONGEST = 32;

    /** Where a fence of so many marks may be closed last, by its mark. */
    private final int[] backticks = new int[LONGEST];

    private final int[] tildes = new int[LONGEST];

    private OpenFences(String text) {
        for (int line = 0; line < text.length(); ) {
            int found = text.indexOf('\n', line);
            int end = found < 0 ? text.length() : found;
            close(text, line, end);
            line = end + 1;
        }
    }

    /** Null where the text has no fence at all. */
    public static @Nullable OpenFences of(String text) {
        return text.contains("```") || text.contains("~~~") ? new OpenFences(text) : null;
    }

    private void close(String text, int line, int end) {
        int at = line;
        while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int marks = marks(text, at, end);
        if (marks >= 3 && text.substring(at + marks, end).isBlank()) {
            int[] last = text.charAt(at) == '`' ? backticks : tildes;
            for (int length = 3; length <= Math.min(marks, LONGEST - 1); length++) {
                last[length] = line;
            }
        }
    }

    /** What would replace the deprecated method knows only the library's own paragraphs. */
    @SuppressWarnings("deprecation")
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        SourceSpan span = state.getLine().getSourceSpan();
        int at = state.getNextNonSpaceIndex();
        int marks = marks(line, at, line.length());
        if (span == null || state.getIndent() > 3 || marks < 3) {
            return BlockStart.none();
        }
        int[] last = line.charAt(at) == '`' ? backticks : tildes;
        boolean closed = last[Math.min(marks, LONGEST - 1)] > span.getInputIndex() + at;
        if (closed) {
            return BlockStart.none();
        }
        SourceLines before = matched.getMatchedBlockParser() instanceof WordsBlockParser words
                ? words.lines()
                : matched.getParagraphLines();
        return before.isEmpty()
                ? BlockStart.of(new WordsBlockParser()).atIndex(at)
                : BlockStart.of(new WordsBlockParser(before)).atIndex(at).replaceActiveBlockParser();
    }

    private static int marks(CharSequence line, int from, int end) {
        int at = from;
        while (at < end && (line.charAt(at) == '`' || line.charAt(at) == '~') && line.charAt(at) == line.charAt(from)) {
            at++;
        }
        return at - from;
    }
}
