package dev.feedmill.template;

import java.util.EnumSet;
import java.util.Set;

/**
 * The template language of a dialect, and the meaning of its tags.
 *
 * @param syntaxes of template code and comments; all other braces are text
 * @param names of values
 * @param tags meanings of tags and shortcodes
 */
public record TemplateRules(Set<Syntax> syntaxes, ValueNames names, TagTable tags) {

    /** A syntax element. */
    public enum Syntax {
        /** {@code {% tag %}} of Liquid and Nunjucks. */
        TAGS,
        /** A tag on its own line is a block, between paragraphs. */
        LINES_OF_TAGS,
        /** {@code {{ value }}} of Liquid and Nunjucks. */
        VALUES,
        /** {@code {{ value }}} only if it can be nothing else: the generator is unknown. */
        SURE_VALUES,
        /** {@code {{ value }}} of Vue. */
        VUE_VALUES,
        /** {@code {{< name >}}} and {@code {{% name %}}}. */
        SHORTCODES,
        /** {@code {{ name() }}} and {@code {% name() %}}. */
        CALLS,
        /** {@code {: .class}}, if the Markdown dialect does not support them. */
        ATTRIBUTE_LISTS,
        /** <code>{::comment}</code> to <code>{:/comment}</code>. */
        KRAMDOWN_COMMENTS,
        /** <code>{# a comment #}</code>. */
        HASH_COMMENTS,
        /** {@code %% a comment %%}. */
        PERCENT_COMMENTS,
        /** <code>%% a comment %%</code> with spaces around it. */
        SPACED_PERCENT_COMMENTS,
        /**
         * <code>{/* a comment *}{@literal /}</code> and attributes in double braces, as in {@code style={{margin: 0}}}.
         */
        JSX
    }

    /** Liquid, before kramdown. */
    public static final TemplateRules JEKYLL =
            of(ValueNames.LIQUID, TagTable.JEKYLL, Syntax.TAGS, Syntax.VALUES, Syntax.KRAMDOWN_COMMENTS);

    /** Nunjucks with the tags of Hexo and its most common themes. */
    public static final TemplateRules HEXO =
            of(ValueNames.BARE, TagTable.HEXO, Syntax.TAGS, Syntax.LINES_OF_TAGS, Syntax.VALUES, Syntax.HASH_COMMENTS);

    /** Shortcodes; values in braces are text. */
    public static final TemplateRules HUGO = of(ValueNames.BARE, TagTable.HUGO, Syntax.SHORTCODES);

    /** Liquid or Nunjucks, whose tags and values look the same. */
    public static final TemplateRules ELEVENTY =
            of(ValueNames.BARE, TagTable.COMMON, Syntax.TAGS, Syntax.VALUES, Syntax.HASH_COMMENTS);

    /** Calls of shortcodes; other braces are text. */
    public static final TemplateRules ZOLA = of(ValueNames.BARE, TagTable.COMMON, Syntax.CALLS);

    /** Values of VitePress and VuePress. */
    public static final TemplateRules VUE = of(ValueNames.VUE, TagTable.COMMON, Syntax.VUE_VALUES);

    /** Braces are text, as in {@link #NONE}; those of {@code {filename}} belong to its links. */
    public static final TemplateRules PELICAN = of(ValueNames.BARE, TagTable.COMMON);

    /** Comments between percent signs. */
    public static final TemplateRules OBSIDIAN = of(ValueNames.BARE, TagTable.COMMON, Syntax.PERCENT_COMMENTS);

    /** Comments of MDX; other braces are text. */
    public static final TemplateRules MDX = of(ValueNames.BARE, TagTable.COMMON, Syntax.JSX);

    /** Braces are text. */
    public static final TemplateRules NONE = of(ValueNames.BARE, TagTable.COMMON);

    /** The unambiguous syntax of all generators. */
    public static final TemplateRules ANY = of(
            ValueNames.ANY,
            TagTable.ANY,
            Syntax.TAGS,
            Syntax.SURE_VALUES,
            Syntax.SHORTCODES,
            Syntax.ATTRIBUTE_LISTS,
            Syntax.KRAMDOWN_COMMENTS,
            Syntax.HASH_COMMENTS,
            Syntax.SPACED_PERCENT_COMMENTS,
            Syntax.JSX);

    public TemplateRules {
        syntaxes = Set.copyOf(syntaxes);
    }

    public boolean has(Syntax syntax) {
        return syntaxes.contains(syntax);
    }

    /** Returns whether Liquid or Nunjucks runs before Markdown, in code too. */
    public boolean hasRaw() {
        return has(Syntax.TAGS);
    }

    public boolean hasPercentComments() {
        return has(Syntax.PERCENT_COMMENTS) || has(Syntax.SPACED_PERCENT_COMMENTS);
    }

    private static TemplateRules of(ValueNames names, TagTable tags, Syntax... syntaxes) {
        Set<Syntax> set = EnumSet.noneOf(Syntax.class);
        set.addAll(java.util.List.of(syntaxes));
        return new TemplateRules(set, names, tags);
    }
}
