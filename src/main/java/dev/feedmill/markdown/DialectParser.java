package dev.feedmill.markdown;

import dev.feedmill.markdown.block.AbbreviationBlocks;
import dev.feedmill.markdown.block.AdmonitionBlocks;
import dev.feedmill.markdown.block.AttributeBlocks;
import dev.feedmill.markdown.block.ContainerBlocks;
import dev.feedmill.markdown.block.DefinitionBlocks;
import dev.feedmill.markdown.block.FormulaBlocks;
import dev.feedmill.markdown.block.HtmlElementBlocks;
import dev.feedmill.markdown.block.LenientHeadings;
import dev.feedmill.markdown.block.UnclosedFences;
import dev.feedmill.markdown.inline.AngleQuotes;
import dev.feedmill.markdown.inline.AttributeListParser;
import dev.feedmill.markdown.inline.ColonEndTags;
import dev.feedmill.markdown.inline.Emphasis;
import dev.feedmill.markdown.inline.FormulaParser;
import dev.feedmill.markdown.inline.LiteralParser;
import dev.feedmill.markdown.inline.MarkRunParser;
import dev.feedmill.markdown.inline.PairedMarks;
import dev.feedmill.markdown.inline.SpacedReferences;
import dev.feedmill.markdown.typography.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parser of one text by its dialect's rules; leaves out extensions that the text cannot use. */
final class DialectParser {
    private static final Extension TABLES = TablesExtension.create();
    private static final Extension TASKS = TaskListItemsExtension.create();
    private static final Extension FOOTNOTES = FootnotesExtension.create();
    private static final Extension STRUCK =
            StrikethroughExtension.builder().requireTwoTildes(true).build();
    private static final Extension STRUCK_BY_ONE = StrikethroughExtension.create();

    private static final Set<Class<? extends Block>> ALL_BUT_INDENTED_CODE = Set.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            HtmlBlock.class,
            ThematicBreak.class,
            ListBlock.class);

    /** Characters that a backslash escapes in kramdown. */
    private static final String KRAMDOWN_ESCAPES = "\\.*_+`<>()[]{}#!:|\"'$=-~";

    /** Characters that a backslash escapes in the original Markdown. */
    private static final String FIRST_ESCAPES = "\\`*_{}[]()>#+-.!:|";

    private final MarkdownRules rules;
    private final String text;
    private final int maxMarkdownDepth;

    DialectParser(MarkdownRules rules, String text, int maxMarkdownDepth) {
        this.rules = rules;
        this.text = text;
        this.maxMarkdownDepth = maxMarkdownDepth;
    }

    Node parse(@Nullable UnclosedHtmlBlocks endless) {
        Node document = builder(endless, Map.of()).build().parse(text);
        if (!rules.has(Feature.LAST_DEFINITION)) {
            return document;
        }
        Map<String, LinkReferenceDefinition> overruling = LinkDefinitions.overruling(document);
        return overruling.isEmpty()
                ? document
                : builder(endless, overruling).build().parse(text);
    }

    private Parser.Builder builder(
            @Nullable UnclosedHtmlBlocks endless, Map<String, LinkReferenceDefinition> overruling) {
        Parser.Builder builder = Parser.builder()
                .extensions(extensions())
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(maxMarkdownDepth);
        if (!rules.has(Feature.INDENTED_CODE)) {
            builder.enabledBlockTypes(ALL_BUT_INDENTED_CODE);
        }
        if (endless != null) {
            builder.customBlockParserFactory(endless);
        }
        if (rules.has(Feature.FOOTNOTES) && text.contains("[^")) {
            builder.extensions(List.of(FOOTNOTES));
        }
        if (rules.has(Feature.SPACED_REFERENCES) || !overruling.isEmpty()) {
            builder.linkProcessor(new SpacedReferences(rules.has(Feature.SPACED_REFERENCES), overruling));
        }
        addBlocks(builder);
        addInlines(builder);
        return builder;
    }

    private List<Extension> extensions() {
        List<Extension> extensions = new ArrayList<>();
        if (!rules.has(Feature.NO_TASKS)) {
            extensions.add(TASKS);
        }
        if (text.indexOf('|') >= 0 && !rules.has(Feature.NO_TABLES)) {
            extensions.add(TABLES);
        }
        if (!rules.has(Feature.NO_STRIKES)) {
            extensions.add(rules.has(Feature.SINGLE_TILDE) ? STRUCK_BY_ONE : STRUCK);
        }
        return extensions;
    }

    private void addBlocks(Parser.Builder builder) {
        if (rules.has(Feature.HTML_ELEMENTS) && text.indexOf("</") >= 0) {
            builder.customBlockParserFactory(new HtmlElementBlocks(text));
        }
        if (rules.has(Feature.CLOSED_FENCES)) {
            UnclosedFences fences = UnclosedFences.of(text);
            if (fences != null) {
                builder.customBlockParserFactory(fences);
            }
        }
        if (rules.has(Feature.CONTAINERS) && text.contains(":::")) {
            builder.customBlockParserFactory(new ContainerBlocks());
        }
        if (rules.has(Feature.ADMONITIONS) && (text.contains("!!!") || text.contains("???"))) {
            builder.customBlockParserFactory(new AdmonitionBlocks());
        }
        if (rules.has(Feature.DEFINITION_LISTS) && text.indexOf(':') >= 0) {
            builder.customBlockParserFactory(new DefinitionBlocks());
        }
        if (rules.has(Feature.ATTRIBUTE_LISTS) && (text.contains("{:") || text.contains("\n^"))) {
            builder.customBlockParserFactory(new AttributeBlocks(text))
                    .customInlineContentParserFactory(new AttributeListParser());
        }
        if (rules.has(Feature.ABBREVIATIONS) && text.contains("*[")) {
            builder.customBlockParserFactory(new AbbreviationBlocks());
        }
        if (rules.has(Feature.HEADINGS_WITHOUT_SPACE) && text.indexOf('#') >= 0) {
            builder.customBlockParserFactory(new LenientHeadings(rules.emphasis() == Emphasis.LOOSE ? 1 : 2));
        } else if (rules.has(Feature.WIDE_SPACES) && text.indexOf('#') >= 0) {
            builder.customBlockParserFactory(new LenientHeadings(Integer.MAX_VALUE));
        }
        if (hasFormulas()) {
            builder.customBlockParserFactory(new FormulaBlocks(text));
        }
    }

    private boolean hasFormulas() {
        return rules.has(Feature.TEX)
                ? text.indexOf('$') >= 0 || text.contains("\\(") || text.contains("\\[")
                : rules.has(Feature.DOUBLE_DOLLAR_TEX) && text.contains("$$");
    }

    private void addInlines(Parser.Builder builder) {
        if (hasFormulas()) {
            builder.customInlineContentParserFactory(new FormulaParser(!rules.has(Feature.TEX)));
        }
        if (rules.has(Feature.COLON_END_TAGS) && text.contains("</")) {
            builder.customInlineContentParserFactory(new ColonEndTags());
        }
        boolean quotes = rules.typography() == Typography.GOLDMARK || rules.typography() == Typography.KRAMDOWN;
        if (quotes && text.contains("<<") && text.contains(">>")) {
            builder.customInlineContentParserFactory(new AngleQuotes());
        }
        if (rules.has(Feature.HIGHLIGHT) && text.contains("==")) {
            builder.customDelimiterProcessor(new PairedMarks('=', 2, "mark"));
        }
        if (rules.has(Feature.INSERTED) && text.contains("++")) {
            builder.customDelimiterProcessor(new PairedMarks('+', 2, "ins"));
        }
        if (rules.has(Feature.SUPERSCRIPT) && text.indexOf('^') >= 0) {
            builder.customDelimiterProcessor(new PairedMarks('^', 1, "sup"));
        }
        if (rules.has(Feature.SUBSCRIPT) && text.indexOf('~') >= 0) {
            builder.customDelimiterProcessor(new PairedMarks('~', 1, "sub"));
        }
        if (rules.emphasis() != Emphasis.COMMONMARK && (text.indexOf('*') >= 0 || text.indexOf('_') >= 0)) {
            builder.customInlineContentParserFactory(new MarkRunParser(rules.emphasis(), Set.of('*', '_')));
        }
        if (rules.has(Feature.SIMPLE_STRIKES) && text.indexOf('~') >= 0) {
            builder.customInlineContentParserFactory(new MarkRunParser(Emphasis.LOOSE, Set.of('~')));
        }
        if (hasLiterals() && (text.indexOf('\\') >= 0 || text.indexOf('&') >= 0)) {
            builder.customInlineContentParserFactory(new LiteralParser(escapable(), lineBreak()));
        }
    }

    /** Returns whether typography must skip some characters, or a backslash escapes fewer. */
    private boolean hasLiterals() {
        return (rules.typography() != Typography.NONE && rules.typography() != Typography.REMARK)
                || rules.has(Feature.FEW_ESCAPES);
    }

    /** Returns the hard line break: two backslashes in kramdown, one in CommonMark, none in the original Markdown. */
    private String lineBreak() {
        return switch (escapable()) {
            case KRAMDOWN_ESCAPES -> "\\\\";
            case FIRST_ESCAPES -> "";
            default -> "\\";
        };
    }

    private String escapable() {
        if (!rules.has(Feature.FEW_ESCAPES)) {
            return LiteralParser.ASCII_PUNCTUATION;
        }
        return rules.has(Feature.DOUBLE_DOLLAR_TEX) ? KRAMDOWN_ESCAPES : FIRST_ESCAPES;
    }
}
