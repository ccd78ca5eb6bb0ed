package dev.feedmill.dialect;

/**
 * How articles take files of their site in.
 *
 * @param vue whether by {@code <!-- @include: a.md -->} and {@code <<< @/a.js}
 * @param root the folder that {@code @} stands for
 * @param codeFolder the folder in which files of code lie that tags name
 */
public record Inclusion(boolean vue, String root, String codeFolder) {
    public static final Inclusion NONE = new Inclusion(false, "", "");
}
