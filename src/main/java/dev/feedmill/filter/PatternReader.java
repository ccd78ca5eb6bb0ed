package dev.feedmill.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.feedmill.html.text.PlainText;

/** Compiles patterns from untrusted clients, with limits on memory and on time per character. */
final class PatternReader {
    static final int MAX_LENGTH = 500;

    /** Limit of the expanded length; more costs time for every character searched, and stack depth. */
    static final int MAX_EXPANDED_LENGTH = 600;

    private static final int SHOWN = 80;

    private final boolean ignoreCase;

    PatternReader(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    Pattern read(String name, String written) throws BadPatternException {
        if (written.length() > MAX_LENGTH) {
            throw new BadPatternException("'" + name + "' must be a regular expression of at most " + MAX_LENGTH
                    + " characters, not of " + written.length());
        }
        if (ExpandedLength.of(written) > MAX_EXPANDED_LENGTH) {
            throw new BadPatternException("'" + name + "' must be a regular expression of at most "
                    + MAX_EXPANDED_LENGTH + " characters once its repetitions are written out, not " + quoted(written));
        }
        if (EndlessCases.in(written, ignoreCase)) {
            throw new BadPatternException("'" + name + "' must be a regular expression without the letters U+1C80 to"
                    + " U+1C88, also within ranges, where case is ignored, not " + quoted(written));
        }
        try {
            return Pattern.compile(written, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new BadPatternException(wanted(name, written) + ": " + reason(e, written), e);
        } catch (IndexOutOfBoundsException e) {
            // RE2/J 1.8 throws this if some escapes and classes end too early.
            throw new BadPatternException(wanted(name, written) + ": it ends too early", e);
        }
    }

    private static String wanted(String name, String written) {
        return "'" + name + "' must be a regular expression as RE2 knows them, not " + quoted(written);
    }

    /** RE2/J has no error index; its exception contains the text where it stopped, or the whole pattern. */
    private static String reason(PatternSyntaxException e, String written) {
        String place = e.getPattern();
        boolean isWhole = place.isEmpty() || place.endsWith(written);
        return isWhole ? e.getDescription() : e.getDescription() + " at " + quoted(place);
    }

    static String quoted(String text) {
        return "'" + PlainText.cut(text, SHOWN) + "'";
    }
}
