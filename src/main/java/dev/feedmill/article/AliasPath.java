package dev.feedmill.article;

import dev.feedmill.web.PercentCoding;
import java.text.Normalizer;

/**
 * An old path in normalized form, for comparison: decoded, NFC, with a leading slash, without {@code index.html} and
 * final slashes; case-sensitive.
 */
public final class AliasPath {
    private AliasPath() {}

    /** The normalized path, without what follows a {@code ?} or {@code #}; empty for the root of a website. */
    public static String of(String path) {
        String plain = path.strip();
        for (char end : new char[] {'#', '?'}) {
            plain = plain.indexOf(end) < 0 ? plain : plain.substring(0, plain.indexOf(end));
        }
        String text = Normalizer.normalize(PercentCoding.decodeOld(plain), Normalizer.Form.NFC)
                .replaceAll("/{2,}", "/");
        String rooted = text.startsWith("/") ? text : "/" + text;
        String folder = rooted.endsWith("/index.html") ? rooted.substring(0, rooted.lastIndexOf('/')) : rooted;
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
