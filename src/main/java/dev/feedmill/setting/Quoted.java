package dev.feedmill.setting;

import java.util.regex.Pattern;

/** Quotes the operator's texts for messages: short, on one line, without passwords. */
public final class Quoted {
    private static final int MAX_LENGTH = 80;
    private static final Pattern USER = Pattern.compile("//\\S*@");
    private static final Pattern PARAMETER = Pattern.compile("(?i)((?:password|user)=)[^&;\\s]*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private Quoted() {}

    /** Quotes in single quotes. */
    public static String of(String text) {
        String line = UNSEEN.matcher(withoutSecrets(text)).replaceAll(" ");
        boolean isLong = line.codePointCount(0, line.length()) > MAX_LENGTH;
        return "'" + (isLong ? line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "…" : line) + "'";
    }

    /** Removes the password from a database URL, for logs and terminals. */
    public static String withoutSecrets(String text) {
        String anonymous = USER.matcher(text).replaceAll("//…@");
        return PARAMETER.matcher(anonymous).replaceAll("$1…");
    }
}
