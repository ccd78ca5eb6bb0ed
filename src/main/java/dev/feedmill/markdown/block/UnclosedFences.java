package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Treats an unclosed code fence as text, as kramdown and Python-Markdown do; CommonMark takes the rest of the document
 * as code. One instance per document.
 */
public final class UnclosedFences implements BlockParserFactory {
    private static final int MAX_MARKS = 32;

    /** Last line that can close a fence of each length, one array per mark. */
    private final int[] backticks = new int[MAX_MARKS];

    private final int[] tildes = new int[MAX_MARKS];

    private UnclosedFences(String text) {
        for (int line = 0; line < text.length(); ) {
            int found = text.indexOf('\n', line);
            int end = found < 0 ? text.length() : found;
            close(text, line, end);
            line = end + 1;
        }
    }

    /** Returns a factory; null if the text has no fence. */
    public static @Nullable UnclosedFences of(String text) {
        return text.contains("```") || text.contains("~~~") ? new UnclosedFences(text) : null;
    }

    private void close(String text, int line, int end) {
        int at = line;
        while (at < end && " \t>".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int marks = marks(text, at, end);
        if (marks >= 3 && text.substring(at + marks, end).isBlank()) {
            int[] last = text.charAt(at) == '`' ? backticks : tildes;
            for (int length = 3; length <= Math.min(marks, MAX_MARKS - 1); length++) {
                last[length] = line;
            }
        }
    }

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
        boolean closed = last[Math.min(marks, MAX_MARKS - 1)] > span.getInputIndex() + at;
        if (closed) {
            return BlockStart.none();
        }
        SourceLines before = matched.getParagraphLines();
        BlockStart words = BlockStart.of(new Words(before)).atIndex(at);
        return before.isEmpty()
                ? words
                : words.replaceParagraphLines(before.getLines().size());
    }

    private static int marks(CharSequence line, int from, int end) {
        int at = from;
        while (at < end && (line.charAt(at) == '`' || line.charAt(at) == '~') && line.charAt(at) == line.charAt(from)) {
            at++;
        }
        return at - from;
    }

    /** A paragraph up to the next blank line: the intended code begins no block. */
    private static final class Words extends AbstractBlockParser {
        private final Block place = new CustomBlock() {};
        private final Paragraph paragraph = new Paragraph();
        private final SourceLines lines = SourceLines.empty();

        private Words(SourceLines before) {
            before.getLines().forEach(lines::addLine);
        }

        @Override
        public Block getBlock() {
            return place;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            lines.addLine(line);
        }

        @Override
        public void closeBlock() {
            paragraph.setSourceSpans(lines.getSourceSpans());
            place.insertAfter(paragraph);
            place.unlink();
        }

        @Override
        public void parseInlines(InlineParser inlineParser) {
            inlineParser.parse(lines, paragraph);
        }
    }
}
