package dev.feedmill.template;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the braces of a tag or shortcode.
 *
 * @param name in lower case
 * @param arguments all that follows it
 */
record TemplateCall(String name, String arguments) {
    private static final Pattern LANGUAGE = Pattern.compile("(?:lang:)?([A-Za-z][\\w+#-]{0,40})");

    static TemplateCall of(String inner) {
        String call = inner.strip();
        call = !call.isEmpty() && "-<%".indexOf(call.charAt(0)) >= 0
                ? call.substring(1).strip()
                : call;
        call = call.endsWith("-") || call.endsWith(">")
                ? call.substring(0, call.length() - 1).strip()
                : call;
        int end = 0;
        while (end < call.length() && !Character.isWhitespace(call.charAt(end))) {
            end++;
        }
        return new TemplateCall(
                call.substring(0, end).toLowerCase(Locale.ROOT),
                call.substring(end).strip());
    }

    /** The attribute of a code block, or nothing. */
    String languageClass() {
        Matcher language = LANGUAGE.matcher(arguments);
        return language.lookingAt() ? " class=\"language-" + language.group(1) + "\"" : "";
    }

    /** Whether there is more in the arguments than one word that says how something looks. */
    boolean hasWords() {
        return arguments.indexOf(' ') >= 0 || arguments.indexOf('"') >= 0 || arguments.indexOf('\'') >= 0;
    }
}
