package dev.feedmill.html.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares titles as people read them: without case, width, white space, punctuation and markup. */
public final class TitleKey {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");

    /** Signs that distinguish names: C, C++ and C#; 5% and 5. */
    private static final String MEANING = "+#%&@$€£";

    private TitleKey() {}

    public static boolean isSame(String one, String other) {
        String first = of(one);
        return first.equals(of(other)) || first.equals(of(TAG.matcher(other).replaceAll("")));
    }

    /** Returns the letters and digits of a title, with a dot between numbers; the title itself if it has none. */
    private static String of(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        int before = ' ';
        for (int c : folded.codePoints().toArray()) {
            if (counts(c)) {
                // 1.1 is not 11.
                if (Character.isDigit(c) && !counts(before) && endsWithDigit(key)) {
                    key.append('.');
                }
                key.appendCodePoint(c);
            }
            before = c;
        }
        return key.isEmpty() ? PlainText.collapse(title) : key.toString();
    }

    private static boolean endsWithDigit(StringBuilder key) {
        return key.length() > 0 && Character.isDigit(key.codePointBefore(key.length()));
    }

    private static boolean counts(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || MEANING.indexOf(c) >= 0;
    }
}
