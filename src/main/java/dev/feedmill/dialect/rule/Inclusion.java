package dev.feedmill.dialect.rule;

/**
 * How articles take files of their site in.
 *
 * @param form in which they name them
 * @param root the folder that {@code @} stands for
 * @param codeFolder the folder in which files of code lie that tags name
 */
public record Inclusion(Form form, String root, String codeFolder) {
    /** How an article names a file. */
    public enum Form {
        NONE,
        /** {@code <!-- @include: a.md -->} and {@code <<< @/a.js}. */
        VUE,
        /** {@code import A from './_a.mdx'} and {@code <A />}. */
        MDX
    }

    public static final Inclusion NONE = new Inclusion(Form.NONE, "", "");
}
