package dev.feedmill.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects patterns that RE2/J 1.8 never finishes compiling. When it ignores case, it follows each letter through its
 * case variants until it returns to the first; but Java maps the old Cyrillic letters U+1C80 to U+1C88 to modern ones,
 * and no modern one back.
 *
 * <p>May reject more patterns than necessary, but never fewer.
 */
final class EndlessCases {
    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;
    private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[A-Za-z-]*i");
    private static final Pattern CHARACTER = Pattern.compile("\\\\x\\{0*([0-9A-Fa-f]*)\\}|.", Pattern.DOTALL);

    private EndlessCases() {}

    static boolean in(String pattern, boolean ignoreCase) {
        return (ignoreCase || IGNORES_CASE.matcher(pattern).find()) && holdsOldLetter(pattern);
    }

    private static boolean holdsOldLetter(String pattern) {
        int beforeLast = -1;
        int last = -1;
        boolean inBrackets = false;
        Matcher characters = CHARACTER.matcher(pattern);
        while (characters.find()) {
            int current = value(characters);
            boolean range = inBrackets && last == '-' && current >= FIRST && beforeLast <= LAST;
            if (range || (current >= FIRST && current <= LAST)) {
                return true;
            }
            inBrackets |= current == '[';
            beforeLast = last;
            last = isDoubtful(pattern, characters) ? -1 : current;
        }
        return false;
    }

    private static int value(Matcher character) {
        String digits = character.group(1);
        if (digits == null) {
            return character.group().codePointAt(0);
        }
        return digits.isEmpty() ? 0 : digits.length() > 6 ? Character.MAX_CODE_POINT : Integer.parseInt(digits, 16);
    }

    /**
     * Returns whether a match may be no escape: after another backslash it is a plain {@code x} and more text, which
     * ends with a brace.
     */
    private static boolean isDoubtful(String pattern, Matcher character) {
        return character.group(1) != null && pattern.startsWith("\\", character.start() - 1);
    }
}
