package dev.feedmill.template.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
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
 * Groups the lines from a tag with code or a comment to its end tag into one block, so that they begin no other block.
 */
public final class VerbatimTagBlocks implements BlockParserFactory {
    private final String text;
    private final Set<String> names;

    /** Last end tag of each name. */
    private final Map<String, Integer> lastEnds = new HashMap<>();

    public VerbatimTagBlocks(String text, Set<String> names) {
        this.text = text;
        this.names = names;
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        SourceSpan span = state.getLine().getSourceSpan();
        boolean code = state.getIndent() > 3 && !(state.getActiveBlockParser().getBlock() instanceof Paragraph);
        if (span == null || code || at + 4 >= line.length() || line.charAt(at) != '{') {
            return BlockStart.none();
        }
        String name = name(line, at);
        if (name == null || !names.contains(name)) {
            return BlockStart.none();
        }
        String end = (line.charAt(at + 1) == '%' ? "end" : "/") + name;
        int here = span.getInputIndex() + at;
        if (lastEnds.computeIfAbsent(end, text::lastIndexOf) <= here) {
            return BlockStart.none();
        }
        return BlockStart.of(new Lines(end)).atIndex(at);
    }

    /** Returns the name in a tag's opening braces; null for no tag. */
    private static @Nullable String name(CharSequence line, int brace) {
        int at = brace + 1;
        boolean shortcode = line.charAt(at) == '{' && (line.charAt(at + 1) == '<' || line.charAt(at + 1) == '%');
        if (!shortcode && line.charAt(at) != '%') {
            return null;
        }
        at += shortcode ? 2 : 1;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-')) {
            at++;
        }
        int start = at;
        while (at < line.length() && Character.isLetter(line.charAt(at))) {
            at++;
        }
        return line.subSequence(start, at).toString();
    }

    private static final class Verbatim extends CustomBlock {}

    /** All lines up to the one with the end tag. */
    private static final class Lines extends AbstractBlockParser {
        private final Verbatim block = new Verbatim();
        private final String end;
        private boolean ended;

        private Lines(String end) {
            this.end = end;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            CharSequence content = line.getContent();
            ended |= content.toString().contains(end);
        }
    }
}
