package dev.feedmill.markdown;

import dev.feedmill.markdown.code.CodeRemarks;
import dev.feedmill.markdown.inline.Emphasis;
import dev.feedmill.markdown.typography.Typography;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dialect of Markdown.
 *
 * @param features what it knows besides CommonMark
 * @param emphasis where {@code *} and {@code _} count
 * @param typography how quotes, dashes and ellipses are set
 * @param headingIds how headings get their ids
 * @param footnotes how footnotes look
 */
public record MarkdownRules(
        Set<Feature> features,
        Emphasis emphasis,
        Typography typography,
        HeadingIds headingIds,
        FootnoteForm footnotes) {

    /** What authors of plain Markdown files mean wherever they learned it. */
    public static final MarkdownRules COMMON = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.CALLOUTS,
                    Feature.CONTAINERS,
                    Feature.ADMONITIONS,
                    Feature.DEFINITION_LISTS,
                    Feature.WIKI_LINKS,
                    Feature.HIGHLIGHT,
                    Feature.JOINED_LINES,
                    Feature.LOOSE_HEADINGS,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.BESIDE_CJK,
            Typography.NONE,
            HeadingIds.GITHUB,
            FootnoteForm.KRAMDOWN);

    /** Jekyll. */
    public static final MarkdownRules KRAMDOWN = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.DEFINITION_LISTS,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.ATTRIBUTE_LISTS,
                    Feature.HTML_ELEMENTS,
                    Feature.CLOSED_FENCES,
                    Feature.FEW_ESCAPES,
                    Feature.TABLE_RULES,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.SPACED_REFERENCES,
                    Feature.LAST_DEFINITION,
                    Feature.ABBREVIATIONS,
                    Feature.INDENTED_CODE,
                    Feature.DOUBLE_DOLLAR_TEX),
            Emphasis.LOOSE,
            Typography.KRAMDOWN,
            HeadingIds.GITHUB,
            FootnoteForm.KRAMDOWN);

    /** Hugo. */
    public static final MarkdownRules GOLDMARK = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.DEFINITION_LISTS,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.CALLOUTS,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.GOLDMARK,
            HeadingIds.GITHUB,
            FootnoteForm.GOLDMARK);

    /** Hexo with the renderer that comes with it. */
    public static final MarkdownRules MARKED_HEXO = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.DEFINITION_LISTS,
                    Feature.CALLOUTS,
                    Feature.FENCE_CAPTIONS,
                    Feature.COLON_END_TAGS,
                    Feature.SINGLE_TILDE,
                    Feature.LOOSE_STRIKES,
                    Feature.HARD_BREAKS,
                    Feature.WIDE_BLANKS,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.MARKED,
            HeadingIds.HEXO,
            FootnoteForm.KRAMDOWN);

    /** markdown-it as Eleventy has it. */
    public static final MarkdownRules MARKDOWN_IT = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.CALLOUTS,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.NONE,
            HeadingIds.MARKDOWN_IT,
            FootnoteForm.KRAMDOWN);

    /** VitePress, and VuePress before it. */
    public static final MarkdownRules VITEPRESS = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.BRACE_ATTRIBUTES,
                    Feature.SHIKI_REMARKS,
                    Feature.VUE,
                    Feature.CALLOUTS,
                    Feature.CONTAINERS,
                    Feature.CAPITAL_TITLES,
                    Feature.EMOJI,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.NO_WWW_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.NONE,
            HeadingIds.VITEPRESS,
            FootnoteForm.KRAMDOWN);

    /** GitHub, and what is built on remark: Docusaurus, Gatsby. */
    public static final MarkdownRules GITHUB = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.CALLOUTS,
                    Feature.CONTAINERS,
                    Feature.SINGLE_TILDE,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.NONE,
            HeadingIds.GITHUB,
            FootnoteForm.KRAMDOWN);

    /** Astro: as GitHub, with remark-smartypants. */
    public static final MarkdownRules ASTRO = new MarkdownRules(
            GITHUB.features, Emphasis.COMMONMARK, Typography.REMARK, HeadingIds.GITHUB, FootnoteForm.KRAMDOWN);

    /** Pelican, Nikola and MkDocs, with the extensions that they bring. */
    public static final MarkdownRules PYTHON_MARKDOWN = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.DEFINITION_LISTS,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.ATTRIBUTE_LISTS,
                    Feature.BRACE_ATTRIBUTES,
                    Feature.ADMONITIONS,
                    Feature.HTML_ELEMENTS,
                    Feature.CLOSED_FENCES,
                    Feature.CODE_SHEBANGS,
                    Feature.FEW_ESCAPES,
                    Feature.NO_STRIKES,
                    Feature.LOOSE_HEADINGS,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.SPACED_REFERENCES,
                    Feature.LAST_DEFINITION,
                    Feature.ABBREVIATIONS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.LOOSE,
            Typography.NONE,
            HeadingIds.PYTHON,
            FootnoteForm.PYTHON);

    /** Notes of Obsidian. */
    public static final MarkdownRules OBSIDIAN = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.CALLOUTS,
                    Feature.WIKI_LINKS,
                    Feature.HIGHLIGHT,
                    Feature.HARD_BREAKS,
                    Feature.WEB_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.BESIDE_CJK,
            Typography.NONE,
            HeadingIds.GITHUB,
            FootnoteForm.KRAMDOWN);

    public MarkdownRules {
        features = Set.copyOf(features);
    }

    /** Whether the dialect knows this. */
    boolean has(Feature feature) {
        return features.contains(feature);
    }

    CodeRemarks codeRemarks() {
        return has(Feature.SHIKI_REMARKS)
                ? CodeRemarks.SHIKI
                : has(Feature.HIGHLIGHT_REMARKS) ? CodeRemarks.HIGHLIGHT : CodeRemarks.NONE;
    }

    /** The same in files that are MDX. */
    public MarkdownRules mdx() {
        return with(Feature.MDX).without(Feature.INDENTED_CODE);
    }

    /** The same with or without one thing; as it is for a value that says neither. */
    public MarkdownRules with(Feature feature, @Nullable String value) {
        return isYes(value) ? with(feature) : isNo(value) ? without(feature) : this;
    }

    public static boolean isYes(@Nullable String value) {
        return "true".equalsIgnoreCase(value);
    }

    public static boolean isNo(@Nullable String value) {
        return "false".equalsIgnoreCase(value);
    }

    /** The same with signs set in another way. */
    public MarkdownRules with(Typography other) {
        return new MarkdownRules(features, emphasis, other, headingIds, footnotes);
    }

    /** The same with signs left as they are written. */
    public MarkdownRules untypeset() {
        return with(Typography.NONE);
    }

    /** The same with other ids of headings. */
    public MarkdownRules with(HeadingIds other) {
        return new MarkdownRules(features, emphasis, typography, other, footnotes);
    }

    /** The same with one thing more. */
    public MarkdownRules with(Feature feature) {
        EnumSet<Feature> more = EnumSet.of(feature);
        more.addAll(features);
        return new MarkdownRules(more, emphasis, typography, headingIds, footnotes);
    }

    /** The same with one thing less. */
    public MarkdownRules without(Feature feature) {
        EnumSet<Feature> less = EnumSet.noneOf(Feature.class);
        less.addAll(features);
        less.remove(feature);
        return new MarkdownRules(less, emphasis, typography, headingIds, footnotes);
    }
}
