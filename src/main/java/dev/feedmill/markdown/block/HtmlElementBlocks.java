package dev.feedmill.markdown.block;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * HTML elements that reach to their end tags across blank lines, as in kramdown and Python-Markdown; they contain
 * Markdown only if they declare it. One instance per document.
 */
public final class HtmlElementBlocks implements BlockParserFactory {
    private static final Pattern MARKDOWN = Pattern.compile("\\smarkdown\\s*=\\s*[\"']?(1|block|span|true)\\b[\"']?");

    private final HtmlElements elements;

    public HtmlElementBlocks(String text) {
        elements = HtmlElements.of(text);
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        SourceSpan span = state.getLine().getSourceSpan();
        int at = state.getNextNonSpaceIndex();
        if (span == null || state.getIndent() > 3 || at + 1 >= line.length() || line.charAt(at) != '<') {
            return BlockStart.none();
        }
        if (!HtmlElements.isBlock(HtmlElements.nameAt(line, at + 1))) {
            return BlockStart.none();
        }
        int end = elements.endOf(span.getInputIndex() + at);
        if (end < 0) {
            return BlockStart.none();
        }
        int tagEnd = line.toString().indexOf('>', at);
        String tag = tagEnd < 0 ? "" : line.subSequence(at, tagEnd + 1).toString();
        Matcher markdown = MARKDOWN.matcher(tag);
        if (markdown.find()) {
            String opening = tag.substring(0, markdown.start()) + tag.substring(markdown.end());
            return BlockStart.of(new Holding(opening, end)).atIndex(tagEnd + 1);
        }
        return BlockStart.of(new Raw(elements.endOfAll(span.getInputIndex() + at)))
                .atIndex(state.getIndex());
    }

    /** An element that contains Markdown. */
    public static final class HoldingBlock extends CustomBlock {
        private final String opening;
        private String closing = "";

        private HoldingBlock(String opening) {
            this.opening = opening;
        }

        /** Returns its start tag. */
        public String opening() {
            return opening;
        }

        /** Returns its end tag and the text after it; empty if the tag is among words. */
        public String closing() {
            return closing;
        }
    }

    private static final class Holding extends HoldingBlockParser {
        private final HoldingBlock block;
        private final int end;

        private Holding(String opening, int end) {
            this.block = new HoldingBlock(opening);
            this.end = end;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            SourceSpan span = state.getLine().getSourceSpan();
            if (span == null || span.getInputIndex() > end) {
                return BlockContinue.none();
            }
            CharSequence line = state.getLine().getContent();
            if (span.getInputIndex() + state.getNextNonSpaceIndex() == end) {
                block.closing = line.subSequence(state.getNextNonSpaceIndex(), line.length())
                        .toString();
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }
    }

    private static final class Raw extends AbstractBlockParser {
        private final HtmlBlock block = new HtmlBlock();
        private final StringBuilder html = new StringBuilder();
        private final int end;

        private Raw(int end) {
            this.end = end;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            SourceSpan span = state.getLine().getSourceSpan();
            return span == null || span.getInputIndex() > end
                    ? BlockContinue.none()
                    : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            html.append(html.isEmpty() ? "" : "\n").append(line.getContent());
        }

        @Override
        public void closeBlock() {
            block.setLiteral(html.toString());
        }
    }
}
