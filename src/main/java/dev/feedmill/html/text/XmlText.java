package dev.feedmill.html.text;

/**
 * Text with only the characters that XML allows (XML 1.0 section 2.2, production Char).
 *
 * <p>Invisible control characters are dropped. Those from U+0080 to U+009F are read as Windows-1252, as HTML does for
 * numeric references (13.2.5.80). Lone surrogates, U+FFFE and U+FFFF become U+FFFD. Line ends become {@code \n}, as in
 * an XML parser.
 */
public final class XmlText {
    private static final char LOST = '\uFFFD';
    private static final char DELETE = '\u007F';

    /** Characters of Windows-1252 from 0x80 to 0x9F; a space for an undefined one. */
    private static final String WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private XmlText() {}

    /** Returns a clean text; the same instance if nothing changes. */
    public static String clean(String text) {
        int bad = firstFault(text);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, bad);
        for (int i = bad; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isSurrogate(c)) {
                if (isPairAt(text, i)) {
                    clean.append(c).append(text.charAt(++i));
                } else {
                    clean.append(LOST);
                }
            } else if (c == '\uFFFE' || c == '\uFFFF') {
                clean.append(LOST);
            } else if (c > DELETE && c <= '\u009F') {
                char meant = WINDOWS_1252.charAt(c - '\u0080');
                if (meant != ' ') {
                    clean.append(meant);
                }
            } else if (!isControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static int firstFault(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= DELETE && c <= '\u009F') {
                return i;
            }
            if (c < ' ' ? c != '\n' && c != '\t' : c >= '\uD800') {
                if (c >= ' ' && isPairAt(text, i)) {
                    i++;
                } else if (c < ' ' || Character.isSurrogate(c) || c >= '\uFFFE') {
                    return i;
                }
            }
        }
        return length;
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\t') || c == DELETE;
    }
}
