package dev.feedmill.markdown.inline;

import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Turns bare URLs into links (GitHub Flavored Markdown 6.9). A URL ends before the first non-ASCII letter. */
public final class WebAddresses {
    private static final String TRAILING = "?!.,:*_~'\";";
    private static final String MAIL_SIGNS = ".-_+";

    private final boolean bare;
    private final boolean mail;
    private final boolean literal;

    /**
     * Creates a linker.
     *
     * @param bare whether addresses without a scheme are links too
     * @param mail whether email addresses are links too
     * @param literal whether typography leaves the addresses unchanged
     */
    public WebAddresses(boolean bare, boolean mail, boolean literal) {
        this.bare = bare;
        this.mail = mail;
        this.literal = literal;
    }

    /** Adds links to all texts below a node that are in no link. */
    public void link(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Text text) {
                link(text);
            } else if (!(node instanceof Link)) {
                link(node);
            }
            node = next;
        }
    }

    private void link(Text node) {
        String text = node.getLiteral();
        int done = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int start = c == ':'
                    ? webStart(text, at)
                    : c == 'w' && bare ? wwwStart(text, at) : c == '@' && mail ? mailStart(text, at, done) : -1;
            int end = start < done ? -1 : c == '@' ? mailEnd(text, at) : webEnd(text, c == ':' ? at + 3 : at);
            if (end < 0) {
                at++;
                continue;
            }
            putText(node, text.substring(done, start));
            String address = text.substring(start, end);
            Link link = new Link(prefix(c) + address, null);
            link.setSourceSpans(node.getSourceSpans());
            link.appendChild(literal ? new Literal(address) : new Text(address));
            node.insertBefore(link);
            done = end;
            at = end;
        }
        if (done > 0) {
            putText(node, text.substring(done));
            node.unlink();
        }
    }

    private static String prefix(char c) {
        return c == '@' ? "mailto:" : c == 'w' ? "http://" : "";
    }

    private static void putText(Text node, String text) {
        if (!text.isEmpty()) {
            Text part = new Text(text);
            part.setSourceSpans(node.getSourceSpans());
            node.insertBefore(part);
        }
    }

    /** Returns the start of the scheme, or -1. */
    private static int webStart(String text, int colon) {
        if (!text.startsWith("//", colon + 1)) {
            return -1;
        }
        for (String scheme : new String[] {"https", "http", "ftp"}) {
            int start = colon - scheme.length();
            if (start >= 0
                    && text.regionMatches(true, start, scheme, 0, scheme.length())
                    && (start == 0 || !isAsciiLetterOrDigit(text.charAt(start - 1)))) {
                return start;
            }
        }
        return -1;
    }

    private static int wwwStart(String text, int at) {
        boolean begins = text.startsWith("www.", at) && (at == 0 || !isInAddress(text.charAt(at - 1)));
        return begins ? at : -1;
    }

    private static boolean isInAddress(char c) {
        return isAsciiLetterOrDigit(c) || c == '/' || c == '.' || c == '-' || c == '@' || c == '=';
    }

    /** Returns the end of the URL with this host, or -1 for none. */
    private static int webEnd(String text, int host) {
        int end = host;
        boolean dot = false;
        while (end < text.length() && isHost(text.charAt(end))) {
            dot |= text.charAt(end) == '.'
                    && end > host
                    && end + 1 < text.length()
                    && isAsciiLetterOrDigit(text.charAt(end + 1));
            end++;
        }
        if (!dot) {
            return -1;
        }
        while (end < text.length() && isPath(text.charAt(end))) {
            end++;
        }
        return trimmed(text, host, end);
    }

    private static boolean isHost(char c) {
        return isAsciiLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '@' || c == '%' || c == '~';
    }

    private static boolean isPath(char c) {
        return c > ' ' && c < 0x7f && c != '<';
    }

    /** Strips punctuation that ends the sentence, and a bracket that was opened before the URL. */
    private static int trimmed(String text, int start, int from) {
        int end = from;
        int open = 0;
        int closed = 0;
        for (int i = start; i < end; i++) {
            open += text.charAt(i) == '(' ? 1 : 0;
            closed += text.charAt(i) == ')' ? 1 : 0;
        }
        while (end > start) {
            char last = text.charAt(end - 1);
            if (last == ')' && closed > open) {
                closed--;
            } else if (TRAILING.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    private static int mailStart(String text, int at, int done) {
        int start = at;
        while (start > done && isMail(text.charAt(start - 1))) {
            start--;
        }
        return start == at ? -1 : start;
    }

    private static int mailEnd(String text, int at) {
        int end = at + 1;
        boolean dot = false;
        if (end == text.length() || !isAsciiLetterOrDigit(text.charAt(end))) {
            return -1;
        }
        while (end < text.length() && (isMail(text.charAt(end)) && text.charAt(end) != '+')) {
            dot |= text.charAt(end) == '.'
                    && end > at + 1
                    && end + 1 < text.length()
                    && isAsciiLetterOrDigit(text.charAt(end + 1));
            end++;
        }
        while (end > at + 1 && text.charAt(end - 1) == '.') {
            end--;
        }
        char last = text.charAt(end - 1);
        return dot && last != '-' && last != '_' && (end >= text.length() || text.charAt(end) != '@') ? end : -1;
    }

    private static boolean isMail(char c) {
        return isAsciiLetterOrDigit(c) || MAIL_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
