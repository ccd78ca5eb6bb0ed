package dev.feedmill.markdown.block;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Admonitions of Python-Markdown and MkDocs: an indented body below {@code !!! note "Title"}, collapsible below {@code
 * ???}.
 */
public final class AdmonitionBlocks implements BlockParserFactory {
    private static final Pattern START =
            Pattern.compile("(!!!|\\?\\?\\?\\+?) ?([\\w-]+)(?: +[\\w-]+){0,9}(?: +\"(.*?)\")? *");

    private static final int INDENT = 4;

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        int at = state.getNextNonSpaceIndex();
        char first = at < line.length() ? line.charAt(at) : 0;
        if (state.getIndent() > 3 || (first != '!' && first != '?')) {
            return BlockStart.none();
        }
        Matcher start = START.matcher(line).region(at, line.length());
        if (!start.matches()) {
            return BlockStart.none();
        }
        String mark = start.group(1);
        String title = start.group(3);
        boolean noTitle = title != null && title.isBlank();
        String kind = noTitle ? "" : start.group(2).toLowerCase(Locale.ROOT);
        CalloutBlock block = new CalloutBlock(kind, title == null ? "" : title, first == '?', mark.endsWith("+"));
        return BlockStart.of(new Admonition(block)).atIndex(line.length());
    }

    private static final class Admonition extends HoldingBlockParser {
        private final CalloutBlock block;

        private Admonition(CalloutBlock block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() >= INDENT) {
                return BlockContinue.atColumn(state.getColumn() + INDENT);
            }
            return state.isBlank() ? BlockContinue.atIndex(state.getNextNonSpaceIndex()) : BlockContinue.none();
        }
    }
}
