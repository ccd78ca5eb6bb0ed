package dev.feedmill.html;

/** Text that every XML 1.0 document may hold (XML 1.0 section 2.2, production Char). */
public final class XmlText {
    private XmlText() {}

    /**
     * Drops control characters, puts U+FFFD for lone surrogates and noncharacters, and makes every line end {@code \n}.
     * Tabs and line feeds stay.
     */
    public static String clean(String text) {
        int bad = firstBad(text);
        if (bad < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, bad);
        for (int i = bad; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isAllowed(c)) {
                out.appendCodePoint(c);
            } else if (c == '\r') {
                if (i >= text.length() || text.charAt(i) != '\n') {
                    out.append('\n');
                }
            } else if (c >= 0x20) {
                out.append('\ufffd');
            }
        }
        return out.toString();
    }

    private static int firstBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x20 && c < 0xd800 && c != 0x7f) || c == '\n' || c == '\t') {
                continue;
            }
            int point = text.codePointAt(i);
            if (!isAllowed(point)) {
                return i;
            }
            i += Character.charCount(point) - 1;
        }
        return -1;
    }

    private static boolean isAllowed(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && c <= 0xd7ff && c != 0x7f)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
