package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Lines that define an abbreviation: {@code *[HTML]: HyperText Markup Language}. */
public final class AbbreviationBlocks implements BlockParserFactory {
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (state.getIndent() > 3 || at + 2 >= line.length() || line.charAt(at) != '*' || line.charAt(at + 1) != '[') {
            return BlockStart.none();
        }
        String words = line.subSequence(at + 2, line.length()).toString();
        int end = words.indexOf("]:");
        if (end <= 0) {
            return BlockStart.none();
        }
        Abbreviation block = new Abbreviation(
                words.substring(0, end).strip(), words.substring(end + 2).strip());
        return BlockStart.of(new Line(block)).atIndex(line.length());
    }

    /** A definition line. */
    public static final class Abbreviation extends CustomBlock {
        private final String word;
        private final String meaning;

        private Abbreviation(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        public String word() {
            return word;
        }

        public String meaning() {
            return meaning;
        }
    }

    private static final class Line extends AbstractBlockParser {
        private final Abbreviation block;

        private Line(Abbreviation block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
