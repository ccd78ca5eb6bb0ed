package dev.feedmill.template.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Leaf blocks of a Markdown text (text, code or HTML) in order, as the Markdown parser sees them. Parses only blocks,
 * no inline syntax.
 */
public final class Leaves {
    private static final int MAX_OPEN_BLOCKS = 100;
    private static final int MAX_PARAGRAPH_LINES = 500;

    private final List<Leaf> leaves;

    /** Content of a block. */
    public enum Kind {
        WORDS,
        FENCED,
        INDENTED,
        HTML
    }

    /**
     * One block.
     *
     * @param start offset of its first character
     * @param end offset after its last one
     */
    public record Leaf(Kind kind, int start, int end) {
        boolean isCode() {
            return kind == Kind.FENCED || kind == Kind.INDENTED;
        }
    }

    private Leaves(List<Leaf> leaves) {
        this.leaves = leaves;
    }

    /** Returns one block for an HTML text, where indentation and backticks have no meaning. */
    public static Leaves ofHtml(String text) {
        return new Leaves(List.of(new Leaf(Kind.HTML, 0, text.length())));
    }

    /** Returns the blocks of the whole lines between two offsets. */
    public static Leaves ofMarkdown(String text, int from, int to, Set<String> verbatimTags) {
        String lines = parted(text.substring(from, to));
        Parser parser = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(MAX_OPEN_BLOCKS)
                .customBlockParserFactory(new VerbatimTagBlocks(lines, verbatimTags))
                .inlineParserFactory(context -> (words, node) -> {})
                .build();
        List<Leaf> leaves = new ArrayList<>();
        collect(parser.parse(lines), from, leaves);
        return new Leaves(leaves);
    }

    /**
     * Splits very long paragraphs by treating a line at the limit as blank, because the time to parse a paragraph grows
     * with the square of its lines.
     */
    private static String parted(String lines) {
        StringBuilder parted = null;
        int count = 0;
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start);
            end = end < 0 ? lines.length() : end;
            int at = start;
            while (at < end && (lines.charAt(at) == ' ' || lines.charAt(at) == '\t' || lines.charAt(at) == '>')) {
                at++;
            }
            count = at == end ? 0 : count + 1;
            if (count == MAX_PARAGRAPH_LINES) {
                parted = parted == null ? new StringBuilder(lines) : parted;
                for (int i = start; i < end; i++) {
                    parted.setCharAt(i, i < at ? lines.charAt(i) : ' ');
                }
                count = 0;
            }
            start = end + 1;
        }
        return parted == null ? lines : parted.toString();
    }

    public int size() {
        return leaves.size();
    }

    public Leaf get(int place) {
        return leaves.get(place);
    }

    private static void collect(Node parent, int from, List<Leaf> leaves) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Kind kind = kind(node);
            if (kind == null) {
                if (node instanceof Block) {
                    collect(node, from, leaves);
                }
                continue;
            }
            List<SourceSpan> spans = node.getSourceSpans();
            if (!spans.isEmpty()) {
                SourceSpan last = spans.get(spans.size() - 1);
                int start = from + spans.get(0).getInputIndex();
                leaves.add(new Leaf(kind, start, from + last.getInputIndex() + last.getLength()));
            }
        }
    }

    private static @Nullable Kind kind(Node node) {
        if (node instanceof FencedCodeBlock) {
            return Kind.FENCED;
        }
        if (node instanceof IndentedCodeBlock) {
            return Kind.INDENTED;
        }
        if (node instanceof HtmlBlock) {
            return Kind.HTML;
        }
        return node instanceof Paragraph || node instanceof Heading || node instanceof LinkReferenceDefinition
                ? Kind.WORDS
                : null;
    }
}
