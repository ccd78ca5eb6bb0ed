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

/**
 * kramdown lines with attributes of an adjacent block, {@code {: #id .class}}, or for the parser, {@code {::options
 * /}}; {@code ^} ends the block above; a comment from {@code {::comment}} to {@code {:/comment}} is one too. One
 * instance per document.
 */
public final class AttributeBlocks implements BlockParserFactory {
    private final int lastEnd;

    public AttributeBlocks(String text) {
        lastEnd = text.lastIndexOf("{:/");
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (state.getIndent() <= 3 && at < line.length() && line.charAt(at) == '^' && isBlank(line, at + 1)) {
            return BlockStart.of(new Line(new AttributeBlock(""), false)).atIndex(line.length());
        }
        if (state.getIndent() > 3 || at + 2 >= line.length() || line.charAt(at) != '{' || line.charAt(at + 1) != ':') {
            return BlockStart.none();
        }
        String list = line.subSequence(at, line.length()).toString().stripTrailing();
        boolean comment = list.equals("{::comment}");
        var span = state.getLine().getSourceSpan();
        if (comment && span != null && lastEnd > span.getInputIndex() + at) {
            return BlockStart.of(new Line(new AttributeBlock(""), true)).atIndex(line.length());
        }
        if (!list.endsWith("}") || list.indexOf('}') < list.length() - 1) {
            return BlockStart.none();
        }
        return BlockStart.of(new Line(new AttributeBlock(list.substring(2, list.length() - 1)), false))
                .atIndex(line.length());
    }

    private static boolean isBlank(CharSequence line, int from) {
        return line.subSequence(from, line.length()).toString().isBlank();
    }

    /** Such a line. */
    public static final class AttributeBlock extends CustomBlock {
        private final String list;

        private AttributeBlock(String list) {
            this.list = list;
        }

        /** Returns the text between the marks. */
        public String list() {
            return list;
        }
    }

    private static final class Line extends AbstractBlockParser {
        private final AttributeBlock block;
        private boolean within;

        private Line(AttributeBlock block, boolean within) {
            this.block = block;
            this.within = within;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (!within) {
                return BlockContinue.none();
            }
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            within = !line.subSequence(at, line.length()).toString().startsWith("{:/");
            return within ? BlockContinue.atIndex(line.length()) : BlockContinue.finished();
        }
    }
}
