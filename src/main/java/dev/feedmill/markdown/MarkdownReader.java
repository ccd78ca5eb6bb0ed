package dev.feedmill.markdown;

import dev.feedmill.code.CodeDigest;
import dev.feedmill.html.Markup;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Makes HTML of Markdown (CommonMark 0.31 with GitHub's tables and the like); thread-safe. */
public final class MarkdownReader {
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            TaskListItemsExtension.create());

    /** Where one of these is, or a line begins, another node of the tree may begin. */
    private static final String MARKS = "\n*_`[]<&|~\\@";

    private final int maxOpenBlocks;
    private final Parser parser;

    /** @param maxOpenBlocks blocks in one another; what is deeper still is text */
    public MarkdownReader(int maxOpenBlocks) {
        this.maxOpenBlocks = maxOpenBlocks;
        this.parser = parser().build();
    }

    /** Two readers with the same fingerprint make the same of a text. */
    public static String fingerprint() {
        return CodeDigest.of(
                MarkdownReader.class,
                Extension.class,
                TablesExtension.class,
                StrikethroughExtension.class,
                AutolinkExtension.class,
                TaskListItemsExtension.class);
    }

    /** The HTML of a text. */
    public Markup html(String text) {
        EndlessHtmlBlocks endless = EndlessHtmlBlocks.of(text);
        if (endless == null) {
            return new MarkdownRenderer(EXTENSIONS).render(parser.parse(text), List.of());
        }
        Node document = parser().customBlockParserFactory(endless).build().parse(text);
        return new MarkdownRenderer(EXTENSIONS).render(document, endless.faults());
    }

    private Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(maxOpenBlocks);
    }

    /** How often something may begin in Markdown: a flood of it must not be parsed, since each costs hundreds of bytes. */
    public static int marks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean address = c == ':' ? text.startsWith("//", i + 1) : c == 'w' && text.startsWith("ww.", i + 1);
            if (address || MARKS.indexOf(c) >= 0) {
                marks++;
            }
        }
        return marks;
    }
}
