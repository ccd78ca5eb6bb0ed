package dev.feedmill.pages.part;

import java.util.Locale;
import java.util.Set;

/**
 * The language of a text.
 *
 * @param tag BCP 47 tag, for {@code lang}
 */
public record Language(String tag) {
    /** Right-to-left languages, in both old and new codes of Java. */
    private static final Set<String> RTL_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi", "ji");

    private static final Set<String> RTL_SCRIPTS = Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo");

    /** The text direction, for {@code dir}. */
    public String direction() {
        Locale locale = Locale.forLanguageTag(tag);
        String script = locale.getScript();
        boolean isRight =
                script.isEmpty() ? RTL_LANGUAGES.contains(locale.getLanguage()) : RTL_SCRIPTS.contains(script);
        return isRight ? "rtl" : "ltr";
    }
}
