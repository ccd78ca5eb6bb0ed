package dev.feedmill.markdown.block;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** TeX formulas that begin with {@code $$} or {@code \[} at the start of a line and end at the end of one. */
public final class FormulaBlocks implements BlockParserFactory {
    private final int lastDollars;
    private final int lastBracket;

    /**
     * Creates a factory for one document.
     *
     * @param text the document; an unclosed formula is text
     */
    public FormulaBlocks(String text) {
        lastDollars = text.lastIndexOf("$$");
        lastBracket = text.lastIndexOf("\\]");
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        SourceSpan span = state.getLine().getSourceSpan();
        int at = state.getNextNonSpaceIndex();
        if (span == null || state.getIndent() > 3 || at + 1 >= line.length()) {
            return BlockStart.none();
        }
        boolean dollars = line.charAt(at) == '$' && line.charAt(at + 1) == '$';
        boolean bracket = line.charAt(at) == '\\' && line.charAt(at + 1) == '[';
        String rest = line.subSequence(at + 2, line.length()).toString().strip();
        String end = dollars ? "$$" : "\\]";
        int last = dollars ? lastDollars : lastBracket;
        boolean closedHere = rest.contains(end);
        if (!(dollars || bracket) || (closedHere && !closes(rest, end)) || last <= span.getInputIndex() + at) {
            return BlockStart.none();
        }
        return BlockStart.of(new Formula(end, closedHere)).atIndex(at);
    }

    /** Returns whether a line ends an open formula without text after it. */
    private static boolean closes(String line, String end) {
        return line.endsWith(end) && line.indexOf(end) == line.length() - end.length();
    }

    /** A formula with its delimiters. */
    public static final class FormulaBlock extends CustomBlock {
        private String source = "";

        public String source() {
            return source;
        }

        /** Returns the formula with MathJax's delimiters. */
        public String displayed() {
            return source.startsWith("$$") && source.endsWith("$$") && source.length() > 3
                    ? "\\[" + source.substring(2, source.length() - 2).strip() + "\\]"
                    : source;
        }
    }

    private static final class Formula extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private final StringBuilder source = new StringBuilder();
        private final String end;
        private boolean ended;

        private Formula(String end, boolean ended) {
            this.end = end;
            this.ended = ended;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            // A blank line always ends it, so that a stray mark does not swallow the rest of the document.
            return ended || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String content = line.getContent().toString();
            source.append(source.isEmpty() ? "" : "\n").append(content);
            boolean first = source.length() == content.length();
            ended |= first ? false : content.strip().endsWith(end);
        }

        @Override
        public void closeBlock() {
            block.source = source.toString();
        }
    }
}
