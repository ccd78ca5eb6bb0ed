package dev.feedmill.markdown;

import dev.feedmill.markdown.code.CodeComments;
import dev.feedmill.markdown.inline.Emphasis;
import dev.feedmill.markdown.typography.Typography;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one Markdown dialect.
 *
 * @param features extensions of CommonMark
 * @param emphasis where {@code *} and {@code _} count
 * @param typography of quotes, dashes and ellipses
 * @param headingIds how headings get their ids
 * @param footnotes format of footnotes
 */
public record MarkdownRules(
        Set<Feature> features,
        Emphasis emphasis,
        Typography typography,
        HeadingIds headingIds,
        FootnoteFormat footnotes) {

    /** Plain Markdown files of unknown origin. */
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
                    Feature.HEADINGS_WITHOUT_SPACE,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.BESIDE_CJK,
            Typography.NONE,
            HeadingIds.GITHUB,
            FootnoteFormat.KRAMDOWN);

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
            FootnoteFormat.KRAMDOWN);

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
            FootnoteFormat.GOLDMARK);

    /** Hexo with its default renderer. */
    public static final MarkdownRules MARKED_HEXO = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.DEFINITION_LISTS,
                    Feature.CALLOUTS,
                    Feature.FENCE_CAPTIONS,
                    Feature.COLON_END_TAGS,
                    Feature.SINGLE_TILDE,
                    Feature.SIMPLE_STRIKES,
                    Feature.HARD_BREAKS,
                    Feature.WIDE_SPACES,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.WEB_LINKS,
                    Feature.MAIL_LINKS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.COMMONMARK,
            Typography.MARKED,
            HeadingIds.HEXO,
            FootnoteFormat.KRAMDOWN);

    /** markdown-it as Eleventy configures it. */
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
            FootnoteFormat.KRAMDOWN);

    /** VitePress, and VuePress before it. */
    public static final MarkdownRules VITEPRESS = new MarkdownRules(
            EnumSet.of(
                    Feature.FOOTNOTES,
                    Feature.HEADING_ATTRIBUTES,
                    Feature.BRACE_ATTRIBUTES,
                    Feature.SHIKI_COMMENTS,
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
            FootnoteFormat.KRAMDOWN);

    /** GitHub and generators with remark: Docusaurus, Gatsby. */
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
            FootnoteFormat.KRAMDOWN);

    /** Astro: as GitHub, with remark-smartypants. */
    public static final MarkdownRules ASTRO = new MarkdownRules(
            GITHUB.features, Emphasis.COMMONMARK, Typography.REMARK, HeadingIds.GITHUB, FootnoteFormat.KRAMDOWN);

    /** Pelican, Nikola and MkDocs, with their default extensions. */
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
                    Feature.HEADINGS_WITHOUT_SPACE,
                    Feature.TABLE_OF_CONTENTS,
                    Feature.SPACED_REFERENCES,
                    Feature.LAST_DEFINITION,
                    Feature.ABBREVIATIONS,
                    Feature.INDENTED_CODE,
                    Feature.TEX),
            Emphasis.LOOSE,
            Typography.NONE,
            HeadingIds.PYTHON,
            FootnoteFormat.PYTHON);

    /** Obsidian notes. */
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
            FootnoteFormat.KRAMDOWN);

    public MarkdownRules {
        features = Set.copyOf(features);
    }

    /** Returns whether the dialect has this extension. */
    boolean has(Feature feature) {
        return features.contains(feature);
    }

    CodeComments codeComments() {
        return has(Feature.SHIKI_COMMENTS)
                ? CodeComments.SHIKI
                : has(Feature.HIGHLIGHT_COMMENTS) ? CodeComments.HIGHLIGHT : CodeComments.NONE;
    }

    /** Returns the rules for MDX files. */
    public MarkdownRules mdx() {
        return with(Feature.MDX).without(Feature.INDENTED_CODE);
    }

    /** Returns a copy with or without an extension; unchanged for a value that is no boolean. */
    public MarkdownRules with(Feature feature, @Nullable String value) {
        return isYes(value) ? with(feature) : isNo(value) ? without(feature) : this;
    }

    public static boolean isYes(@Nullable String value) {
        return "true".equalsIgnoreCase(value);
    }

    public static boolean isNo(@Nullable String value) {
        return "false".equalsIgnoreCase(value);
    }

    /** Returns a copy with other typography. */
    public MarkdownRules with(Typography other) {
        return new MarkdownRules(features, emphasis, other, headingIds, footnotes);
    }

    /** Returns a copy without typography. */
    public MarkdownRules untypeset() {
        return with(Typography.NONE);
    }

    /** Returns a copy with other heading ids. */
    public MarkdownRules with(HeadingIds other) {
        return new MarkdownRules(features, emphasis, typography, other, footnotes);
    }

    /** Returns a copy with an extension. */
    public MarkdownRules with(Feature feature) {
        EnumSet<Feature> more = EnumSet.of(feature);
        more.addAll(features);
        return new MarkdownRules(more, emphasis, typography, headingIds, footnotes);
    }

    /** Returns a copy without an extension. */
    public MarkdownRules without(Feature feature) {
        EnumSet<Feature> less = EnumSet.noneOf(Feature.class);
        less.addAll(features);
        less.remove(feature);
        return new MarkdownRules(less, emphasis, typography, headingIds, footnotes);
    }
}
