package dev.feedmill.reading.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of a text by the script that it is written in, of those that one language alone is written in. */
public final class ScriptLanguage {
    private static final Map<UnicodeScript, String> LANGUAGES = Map.of(
            UnicodeScript.HAN, "zh",
            UnicodeScript.HANGUL, "ko",
            UnicodeScript.THAI, "th",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.GREEK, "el");

    /** Of so many letters of Chinese and Japanese one is Kana, even where names abound. */
    private static final int PER_KANA = 20;

    private ScriptLanguage() {}

    /** Null where most letters are of other scripts, such as Latin. */
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
