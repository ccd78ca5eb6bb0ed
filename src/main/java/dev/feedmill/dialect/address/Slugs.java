package dev.feedmill.dialect.address;

import java.text.Normalizer;
import java.util.Locale;

/** Slug functions of each generator. */
public final class Slugs {
    private Slugs() {}

    /** Hexo's {@code slugize}: punctuation and spaces become one hyphen, letters lose their accents. */
    public static String hexo(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replaceAll("[\\x00-\\x1f]", "")
                .replaceAll("[\\s~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'<>,.?/]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    /** Jekyll's {@code slugify} in {@code pretty} mode. */
    public static String jekyllPretty(String name) {
        return name.replaceAll("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+", "-").replaceAll("^-+|-+$", "");
    }

    /** Jekyll's {@code slugify}. */
    public static String jekyll(String name) {
        return lower(name.replaceAll("[^\\p{M}\\p{L}\\p{Nd}]+", "-").replaceAll("^-+|-+$", ""));
    }

    /** Hugo's {@code urlize}, also for a whole path. */
    public static String hugo(String path) {
        return lower(hugoAsWritten(path));
    }

    /** Hugo's {@code urlize} without change of case. */
    public static String hugoAsWritten(String path) {
        return path.strip()
                .replaceAll("[\\s]+", "-")
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}./\\\\_#+~@-]", "")
                .replaceAll("-{2,}", "-");
    }

    /** Only ASCII letters, digits and hyphens, as Python's {@code slugify} does for Pelican, Nikola and Zola. */
    public static String ascii(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return lower(plain.replaceAll("[^\\w\\s-]", "").strip().replaceAll("[-\\s]+", "-"));
    }

    /** Letters and digits of every script, as in GitHub, Eleventy and Material for MkDocs. */
    public static String unicode(String name) {
        return lower(name.strip()
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\s_-]", "")
                .replaceAll("[\\s]+", "-")
                .replaceAll("^-+|-+$", ""));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
