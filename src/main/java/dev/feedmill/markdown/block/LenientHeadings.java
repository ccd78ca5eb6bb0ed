package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.Heading;
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

/** Headings without a space after the number signs, {@code ##Heading}, or with a non-ASCII space. */
public final class LenientHeadings implements BlockParserFactory {
    private static final int MAX_LEVEL = 6;

    /** Level from which no space is needed; a single number sign may begin a keyword. */
    private final int level;

    /**
     * Creates a factory.
     *
     * @param level of headings from which no space is needed; above six if all need one
     */
    public LenientHeadings(int level) {
        this.level = level;
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        int start = at;
        while (start < line.length() && line.charAt(start) == '#') {
            start++;
        }
        int signs = start - at;
        if (state.getIndent() > 3 || signs == 0 || signs > MAX_LEVEL || start == line.length()) {
            return BlockStart.none();
        }
        char next = line.charAt(start);
        boolean wide = next != ' ' && next != '\t' && (Character.isSpaceChar(next) || next == '\ufeff');
        boolean word = signs >= level && (level == 1 ? !Character.isWhitespace(next) : Character.isLetter(next));
        if (!wide && !word) {
            return BlockStart.none();
        }
        int end = line.length();
        while (end > start && (line.charAt(end - 1) == '#' || Character.isWhitespace(line.charAt(end - 1)))) {
            end--;
        }
        while (start < end && Character.isSpaceChar(line.charAt(start))) {
            start++;
        }
        SourceLine words = state.getLine().substring(start, end);
        return BlockStart.of(new LooseHeading(signs, words)).atIndex(line.length());
    }

    private static final class LooseHeading extends AbstractBlockParser {
        private final Heading heading = new Heading();
        private final SourceLines words;

        private LooseHeading(int level, SourceLine words) {
            heading.setLevel(level);
            this.words = SourceLines.of(words);
        }

        @Override
        public Block getBlock() {
            return heading;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void parseInlines(InlineParser parser) {
            parser.parse(words, heading);
        }
    }
}
