package dev.feedmill.markdown.block;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Containers between lines of colons, as in VitePress and Docusaurus. One instance per document. */
public final class ContainerBlocks implements BlockParserFactory {
    private static final int MIN_COLONS = 3;

    /** Kinds whose name is their default title; other names are style classes. */
    private static final Set<String> KINDS = Set.of("""
            note tip info warning danger caution important success question example abstract quote bug failure error hint
            attention todo check seealso details""".split("\\s+", -1));

    private final Deque<Container> open = new ArrayDeque<>();

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        int colons = colons(line, at);
        if (state.getIndent() > 3 || colons < MIN_COLONS) {
            return BlockStart.none();
        }
        String rest = line.subSequence(at + colons, line.length()).toString().strip();
        String name = name(rest);
        if (name.isEmpty()) {
            return BlockStart.none();
        }
        String title = title(rest.substring(name.length()));
        String kind = title.isEmpty() && !KINDS.contains(name) ? "" : name;
        CalloutBlock block = new CalloutBlock(kind, title, name.equals("details"), false);
        Container container = new Container(block, colons, name.equals("code-group"));
        open.push(container);
        return BlockStart.of(container).atIndex(line.length());
    }

    /** Puts the name of its tab above each code block: <code>```sh [npm]</code>. */
    private static void nameTabs(Node group) {
        for (Node child = group.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof FencedCodeBlock code) {
                Paragraph above = new Paragraph();
                StrongEmphasis strong = new StrongEmphasis();
                strong.appendChild(new Text(tab(Objects.requireNonNullElse(code.getInfo(), ""))));
                above.appendChild(strong);
                child.insertBefore(above);
            }
        }
    }

    /** Returns the text in brackets, else the language. */
    private static String tab(String info) {
        int start = info.indexOf('[');
        int end = info.indexOf(']', start + 1);
        if (start >= 0 && end > start + 1) {
            return info.substring(start + 1, end).strip();
        }
        String language = info.replaceFirst("[\\s:{\\[].*$", "");
        return language.isEmpty() ? "txt" : language;
    }

    private static int colons(CharSequence line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ':') {
            at++;
        }
        return at - from;
    }

    private static String name(String rest) {
        int end = 0;
        while (end < rest.length()
                && (Character.isLetterOrDigit(rest.charAt(end)) || "-_".indexOf(rest.charAt(end)) >= 0)) {
            end++;
        }
        return rest.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Parses {@code Title}, {@code [Title]{#id}} or {@code {title="Title"}}. */
    private static String title(String rest) {
        String words = rest.strip();
        if (words.startsWith("[") && words.indexOf(']') > 0) {
            return words.substring(1, words.indexOf(']')).strip();
        }
        if (words.startsWith("{")) {
            int title = words.indexOf("title=\"");
            int end = title < 0 ? -1 : words.indexOf('"', title + 7);
            return end < 0 ? "" : words.substring(title + 7, end);
        }
        int braces = words.endsWith("}") ? words.lastIndexOf('{') : -1;
        return braces < 0 ? words : words.substring(0, braces).strip();
    }

    private final class Container extends HoldingBlockParser {
        private final CalloutBlock block;
        private final int colons;
        private final boolean holdsTabs;

        private Container(CalloutBlock block, int colons, boolean holdsTabs) {
            this.block = block;
            this.colons = colons;
            this.holdsTabs = holdsTabs;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            int found = colons(line, at);
            boolean closes = found >= MIN_COLONS
                    && state.getIndent() <= 3
                    && line.subSequence(at + found, line.length()).toString().isBlank()
                    && !(state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock)
                    && closedBy(found) == this;
            return closes ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
        }

        /** Returns the innermost container that this number of colons closes. */
        private @Nullable Container closedBy(int found) {
            for (Container container : open) {
                if (container.colons <= found) {
                    return container;
                }
            }
            return null;
        }

        @Override
        public void closeBlock() {
            open.remove(this);
            if (holdsTabs) {
                nameTabs(block);
            }
        }
    }
}
