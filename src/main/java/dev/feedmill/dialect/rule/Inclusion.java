package dev.feedmill.dialect.rule;

/**
 * How articles include files of their site.
 *
 * @param form of the reference
 * @param root the folder that {@code @} stands for
 * @param codeFolder the folder of code files that tags name
 */
public record Inclusion(Form form, String root, String codeFolder) {
    /** Syntax of an include. */
    public enum Form {
        NONE,
        /** {@code <!-- @include: a.md -->} and {@code <<< @/a.js}. */
        VUE,
        /** {@code import A from './_a.mdx'} and {@code <A />}. */
        MDX
    }

    public static final Inclusion NONE = new Inclusion(Form.NONE, "", "");
}
