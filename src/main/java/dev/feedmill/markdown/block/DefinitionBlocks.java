package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Definitions after {@code : } at the start of a line; {@link DefinitionLists} joins them with the terms above. */
public final class DefinitionBlocks implements BlockParserFactory {
    private static final int MAX_INDENT = 4;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        if (state.getIndent() > 3
                || at + 1 >= line.length()
                || line.charAt(at) != ':'
                || !isBlank(line.charAt(at + 1))) {
            return BlockStart.none();
        }
        int column = state.getColumn() + state.getIndent() + 1;
        int content = column;
        int next = at + 1;
        while (next < line.length() && isBlank(line.charAt(next))) {
            content += line.charAt(next) == '\t' ? 4 - content % 4 : 1;
            next++;
        }
        if (next == line.length()) {
            return BlockStart.none();
        }
        int width = content - column >= MAX_INDENT + 1 ? 2 : content - state.getColumn();
        return BlockStart.of(new Definition(width)).atColumn(state.getColumn() + width);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** A definition whose term is not known yet. */
    static final class DefinitionBlock extends CustomBlock {}

    private static final class Definition extends HoldingBlockParser {
        private final DefinitionBlock block = new DefinitionBlock();
        private final int width;

        private Definition(int width) {
            this.width = width;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return block.getFirstChild() == null
                        ? BlockContinue.none()
                        : BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            int indent = Math.min(width, MAX_INDENT);
            return state.getIndent() >= indent
                    ? BlockContinue.atColumn(state.getColumn() + indent)
                    : BlockContinue.none();
        }
    }
}
