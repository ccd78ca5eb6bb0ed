package dev.feedmill.reading.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Detects the language of a text from its script, if only one language uses that script. */
public final class ScriptLanguage {
    private static final Map<UnicodeScript, String> LANGUAGES = Map.of(
            UnicodeScript.HAN, "zh",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.THAI, "th",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el");

    /** Letters of Chinese and Japanese per Kana letter; Japanese has at least one, even in texts full of names. */
    private static final int PER_KANA = 20;

    private ScriptLanguage() {}

    /** Returns the language; null if most letters belong to another script, such as Latin. */
    public static @Nullable String of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int eastern = kana + letters.getOrDefault(UnicodeScript.HAN, 0);
        if (2 * eastern > all && PER_KANA * kana > eastern) {
            return "ja";
        }
        return LANGUAGES.entrySet().stream()
                .filter(language -> 2 * letters.getOrDefault(language.getKey(), 0) > all)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
