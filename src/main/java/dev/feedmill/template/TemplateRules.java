package dev.feedmill.template;

import java.util.EnumSet;
import java.util.Set;

/**
 * The template language that the files of a dialect are written in, and what its tags mean.
 *
 * @param syntaxes what is template code or a remark; all other braces are text
 * @param names how values are called
 * @param tags what the tags and shortcodes mean
 */
public record TemplateRules(Set<Syntax> syntaxes, ValueNames names, TagTable tags) {

    /** A kind of marks that a text can hold. */
    public enum Syntax {
        /** {@code {% tag %}} of Liquid and Nunjucks. */
        TAGS,
        /** A tag with a line for itself is a block of its own, between paragraphs. */
        LINES_OF_TAGS,
        /** {@code {{ value }}} of Liquid and Nunjucks. */
        VALUES,
        /** Only {@code {{ value }}} that can be nothing else: the origin of the file is not known. */
        SURE_VALUES,
        /** {@code {{ value }}} of Vue. */
        VUE_VALUES,
        /** {@code {{< name >}}} and {@code {{% name %}}}. */
        SHORTCODES,
        /** {@code {{ name() }}} and {@code {% name() %}}. */
        CALLS,
        /** {@code {: .class}}, where the reader of Markdown does not take them. */
        ATTRIBUTE_LISTS,
        /** <code>{::comment}</code> to <code>{:/comment}</code>. */
        KRAMDOWN_REMARKS,
        /** <code>{# a remark #}</code>. */
        HASH_REMARKS,
        /** {@code %% a remark %%}. */
        PERCENT_REMARKS,
        /** <code>%% a remark %%</code> with blanks around it. */
        SPACED_PERCENT_REMARKS,
        /** <code>{/* a remark *}{@literal /}</code> and attributes in two braces, as in {@code style={{margin: 0}}}. */
        JSX
    }

    /** Liquid, before kramdown. */
    public static final TemplateRules JEKYLL =
            of(ValueNames.LIQUID, TagTable.JEKYLL, Syntax.TAGS, Syntax.VALUES, Syntax.KRAMDOWN_REMARKS);

    /** Nunjucks with the tags of Hexo and of the themes most in use. */
    public static final TemplateRules HEXO =
            of(ValueNames.BARE, TagTable.HEXO, Syntax.TAGS, Syntax.LINES_OF_TAGS, Syntax.VALUES, Syntax.HASH_REMARKS);

    /** Shortcodes; values in braces are text. */
    public static final TemplateRules HUGO = of(ValueNames.BARE, TagTable.HUGO, Syntax.SHORTCODES);

    /** Liquid or Nunjucks, whose tags and values look the same. */
    public static final TemplateRules ELEVENTY =
            of(ValueNames.BARE, TagTable.COMMON, Syntax.TAGS, Syntax.VALUES, Syntax.HASH_REMARKS);

    /** Calls of shortcodes; other braces are text. */
    public static final TemplateRules ZOLA = of(ValueNames.BARE, TagTable.COMMON, Syntax.CALLS);

    /** Values of VitePress and VuePress. */
    public static final TemplateRules VUE = of(ValueNames.VUE, TagTable.COMMON, Syntax.VUE_VALUES);

    /** Braces are text, as in {@link #NONE}; those of {@code {filename}} belong to its links. */
    public static final TemplateRules PELICAN = of(ValueNames.BARE, TagTable.COMMON);

    /** Remarks between percent signs. */
    public static final TemplateRules OBSIDIAN = of(ValueNames.BARE, TagTable.COMMON, Syntax.PERCENT_REMARKS);

    /** Remarks of MDX; other braces are text. */
    public static final TemplateRules MDX = of(ValueNames.BARE, TagTable.COMMON, Syntax.JSX);

    /** Braces are text. */
    public static final TemplateRules NONE = of(ValueNames.BARE, TagTable.COMMON);

    /** What can be meant by no other text, of whatever generator. */
    public static final TemplateRules ANY = of(
            ValueNames.ANY,
            TagTable.ANY,
            Syntax.TAGS,
            Syntax.SURE_VALUES,
            Syntax.SHORTCODES,
            Syntax.ATTRIBUTE_LISTS,
            Syntax.KRAMDOWN_REMARKS,
            Syntax.HASH_REMARKS,
            Syntax.SPACED_PERCENT_REMARKS,
            Syntax.JSX);

    public TemplateRules {
        syntaxes = Set.copyOf(syntaxes);
    }

    public boolean has(Syntax syntax) {
        return syntaxes.contains(syntax);
    }

    /** Whether programs of Liquid or Nunjucks run before the text is Markdown, in code too. */
    public boolean hasRaw() {
        return has(Syntax.TAGS);
    }

    public boolean hasPercentRemarks() {
        return has(Syntax.PERCENT_REMARKS) || has(Syntax.SPACED_PERCENT_REMARKS);
    }

    private static TemplateRules of(ValueNames names, TagTable tags, Syntax... syntaxes) {
        Set<Syntax> set = EnumSet.noneOf(Syntax.class);
        set.addAll(java.util.List.of(syntaxes));
        return new TemplateRules(set, names, tags);
    }
}
