package dev.feedmill.template;

import java.util.Locale;

/**
 * The text between the braces of a tag or shortcode.
 *
 * @param name in lower case; of an end tag, with its prefix
 * @param arguments all text after the name
 * @param selfClosing whether it is marked as having no content
 */
public record TemplateCall(String name, String arguments, boolean selfClosing) {

    /** Parses {@code raw}, {@code figure src=x} or {@code youtube(id="x")}. */
    public static TemplateCall of(String inner) {
        String call = inner.strip();
        int end = 0;
        while (end < call.length() && isNameChar(call.charAt(end))) {
            end++;
        }
        String name = call.substring(0, end);
        String rest = call.substring(end).strip();
        if (name.equals("/")) {
            return new TemplateCall("/" + of(rest).name(), "", false);
        }
        boolean closes = rest.equals("/") || rest.endsWith(" /");
        if (closes) {
            rest = rest.substring(0, rest.length() - 1).strip();
        }
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        return new TemplateCall(name.toLowerCase(Locale.ROOT), rest, closes);
    }

    public boolean isEnd() {
        return name.startsWith("end") || name.startsWith("/");
    }

    /** Returns the name of the tag that this one ends. */
    public String ended() {
        String base = name.startsWith("/") ? name.substring(1) : name.substring(3);
        return base.startsWith("_") ? base.substring(1) : base;
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
    }
}
