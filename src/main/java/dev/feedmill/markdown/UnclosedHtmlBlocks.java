package dev.feedmill.markdown;

import dev.feedmill.html.markup.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Block;
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
 * Treats the start line of an HTML block as text if nothing in the document ends the block: CommonMark would take the
 * rest of the document as HTML (section 4.6, start conditions 1 to 5).
 */
final class UnclosedHtmlBlocks implements BlockParserFactory {
    private static final List<String> ELEMENTS = List.of("script", "style", "textarea");

    /** End marks of blocks, by their start marks. */
    private static final Map<String, String> MARKS = Map.of("<!--", "-->", "<?", "?>", "<![CDATA[", "]]>");

    private static final int MAX_LENGTH = 12;

    /** Last offset of each end mark, or -1. */
    private final Map<String, Integer> lastEnds = new HashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    private UnclosedHtmlBlocks(String text) {
        ELEMENTS.forEach(element -> lastEnds.put("</" + element, last("</" + element, text)));
        MARKS.values().forEach(end -> lastEnds.put(end, last(end, text)));
    }

    /** Returns a factory; null if every such block ends, as in nearly all texts. */
    static @Nullable UnclosedHtmlBlocks of(String text) {
        boolean endless = false;
        for (String element : ELEMENTS) {
            endless |= last("<" + element, text) > last("</" + element, text);
        }
        for (Map.Entry<String, String> mark : MARKS.entrySet()) {
            endless |= last(mark.getKey(), text) > last(mark.getValue(), text);
        }
        return endless ? new UnclosedHtmlBlocks(text) : null;
    }

    private static int last(String what, String text) {
        char first = what.charAt(0);
        for (int at = text.lastIndexOf(first); at >= 0; at = text.lastIndexOf(first, at - 1)) {
            if (text.regionMatches(true, at, what, 0, what.length())) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        SourceSpan span = state.getLine().getSourceSpan();
        int at = state.getNextNonSpaceIndex();
        if (span == null || state.getIndent() > 3 || at >= line.length() || line.charAt(at) != '<') {
            return BlockStart.none();
        }
        int stop = Math.min(line.length(), at + MAX_LENGTH);
        String start = line.subSequence(at, stop).toString();
        String end = endOf(start);
        if (end == null || lastEnds.getOrDefault(end, -1) >= span.getInputIndex() + at) {
            return BlockStart.none();
        }
        if (!end.startsWith("</")) {
            // The repair of elements reports its own faults; these marks are plain text from here on.
            faults.add(new Fault(
                    span.getLineIndex() + 1,
                    "'" + mark(start) + "' must be closed by '" + end + "'; it is shown as text"));
        }
        return BlockStart.of(new Words()).atIndex(at);
    }

    List<Fault> faults() {
        return faults;
    }

    private static @Nullable String endOf(String line) {
        for (String element : ELEMENTS) {
            int end = 1 + element.length();
            if (line.regionMatches(true, 1, element, 0, element.length())
                    && (end == line.length() || " \t>/".indexOf(line.charAt(end)) >= 0)) {
                return "</" + element;
            }
        }
        String mark = mark(line);
        return mark == null ? null : MARKS.get(mark);
    }

    private static @Nullable String mark(String line) {
        return MARKS.keySet().stream().filter(line::startsWith).findFirst().orElse(null);
    }

    /** An ordinary paragraph. */
    private static final class Words extends AbstractBlockParser {
        private final Paragraph paragraph = new Paragraph();
        private final SourceLines lines = SourceLines.empty();

        @Override
        public Block getBlock() {
            return paragraph;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            lines.addLine(line);
        }

        @Override
        public boolean canHaveLazyContinuationLines() {
            return true;
        }

        @Override
        public void parseInlines(InlineParser inlineParser) {
            inlineParser.parse(lines, paragraph);
        }
    }
}
