package dev.feedmill.reading.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the language of a text from its script. The guess is never less likely than the language of the site: a text
 * in the site's own script keeps that.
 */
public final class ScriptLanguage {
    /** The languages of a script, the likeliest first; where there is only one, its letters are not looked at. */
    private static final Map<UnicodeScript, List<Alphabet>> LANGUAGES = Map.of(
            UnicodeScript.HAN, List.of(new Alphabet("zh", "")),
            UnicodeScript.HIRAGANA, List.of(new Alphabet("ja", "")),
            UnicodeScript.HANGUL, List.of(new Alphabet("ko", "")),
            UnicodeScript.THAI, List.of(new Alphabet("th", "")),
            UnicodeScript.HEBREW, List.of(new Alphabet("he", "")),
            UnicodeScript.GREEK, List.of(new Alphabet("el", "")),
            UnicodeScript.DEVANAGARI, List.of(new Alphabet("hi", "")),
            UnicodeScript.ARABIC,
                    List.of(
                            new Alphabet("ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
                            new Alphabet("fa", "ءآأؤئابپةتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیي"),
                            new Alphabet("ur", "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیے")),
            // Russian has less than one ъ in a hundred letters, which a short text may have all the same.
            UnicodeScript.CYRILLIC,
                    List.of(
                            new Alphabet("ru", "абвгдеёжзийклмнопрстуфхцчшщыьэюя"),
                            new Alphabet("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
                            new Alphabet("bg", "абвгдежзийклмнопрстуфхцчшщъьюя"),
                            new Alphabet("ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
                            new Alphabet("be", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
                            new Alphabet("sr", "абвгдђежзијклљмнњопрстћуфхцчџш"),
                            new Alphabet("mk", "абвгдѓежзѕијклљмнњопрстќуфхцчџш")));

    /** Further languages of these scripts, for the language of a site. */
    private static final Map<UnicodeScript, Set<String>> FURTHER = Map.of(
            UnicodeScript.HAN, Set.of("yue", "wuu", "nan", "hak", "lzh"),
            UnicodeScript.HEBREW, Set.of("yi"),
            UnicodeScript.DEVANAGARI, Set.of("mr", "ne", "sa", "mai", "bho", "kok"),
            UnicodeScript.ARABIC, Set.of("ps", "ckb", "ug", "sd", "pnb", "arz"),
            UnicodeScript.CYRILLIC, Set.of("kk", "ky", "mn", "tg", "tt", "ba", "cv", "ce", "os"));

    /** Chinese and Japanese letters per Kana letter; Japanese has at least one, even in texts full of names. */
    private static final int PER_KANA = 20;

    /** On a Chinese site, which may quote Japanese. */
    private static final int PER_KANA_IN_CHINA = 5;

    /** Letters in which a Japanese text has one Kana at least. */
    private static final int KANA_WITHIN = 30;

    /** Latin letters that say as much as a Chinese character. */
    private static final int HAN_WEIGHT = 3;

    /** Letters per letter of another language: names and quotations have fewer. */
    private static final int PER_FOREIGN = 100;

    /** Common words that only English has; in English at least one word of ten is one of them. */
    private static final Set<String> ENGLISH = Set.of("the", "of", "and", "to", "that", "with", "for", "this", "you");

    private static final int PER_ENGLISH = 10;

    /** Fewer words tell nothing. */
    private static final int ENGLISH_WORDS = 20;

    /** Letters per letter that is not Latin in an English text; a Chinese text with much code has more. */
    private static final int PER_OTHER = 20;

    /** Fewer letters of another script than the site's may be a name or a sign. */
    private static final int LEAST = 8;

    /** The same for Chinese, Japanese and Korean, where a character means more than a letter does. */
    private static final int LEAST_EASTERN = 3;

    private static final Set<UnicodeScript> EASTERN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.HANGUL);

    private record Alphabet(String language, String letters) {}

    private ScriptLanguage() {}

    /**
     * Returns the language; null if the text does not show it, or if it is likely that of the site.
     *
     * @param lead what people read first, without code and lists
     * @param text all of the text
     * @param site language of the site; null if that is unknown
     */
    public static @Nullable String of(String lead, String text, @Nullable String site) {
        Map<UnicodeScript, Integer> letters = letters(lead);
        UnicodeScript home = site == null ? UnicodeScript.COMMON : scriptOf(site);
        UnicodeScript script = main(letters, home);
        if (script == home || script == UnicodeScript.COMMON) {
            return null;
        }
        if (script == UnicodeScript.LATIN) {
            return site != null && isPurelyLatin(letters(text)) && isEnglish(lead) ? "en" : null;
        }
        if (site != null && isTooShort(letters, script)) {
            return null;
        }
        boolean mayBeJapanese = script == UnicodeScript.HAN && home == UnicodeScript.HIRAGANA;
        return mayBeJapanese && letters.getOrDefault(script, 0) < KANA_WITHIN ? null : language(lead, script);
    }

    private static boolean isTooShort(Map<UnicodeScript, Integer> letters, UnicodeScript script) {
        int eastern =
                EASTERN.stream().mapToInt(one -> letters.getOrDefault(one, 0)).sum();
        return EASTERN.contains(script) ? eastern < LEAST_EASTERN : letters.getOrDefault(script, 0) < LEAST;
    }

    private static Map<UnicodeScript, Integer> letters(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> {
            UnicodeScript script = UnicodeScript.of(c);
            letters.merge(script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script, 1, Integer::sum);
        });
        return letters;
    }

    private static UnicodeScript scriptOf(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        return LANGUAGES.entrySet().stream()
                .filter(script -> script.getValue().stream()
                                .anyMatch(alphabet -> alphabet.language().equals(primary))
                        || FURTHER.getOrDefault(script.getKey(), Set.of()).contains(primary))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UnicodeScript.LATIN);
    }

    /** Returns the script of most of the text; common for none. */
    private static UnicodeScript main(Map<UnicodeScript, Integer> letters, UnicodeScript home) {
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
        int eastern = kana + letters.getOrDefault(UnicodeScript.HAN, 0);
        int all = letters.values().stream().mapToInt(Integer::intValue).sum() + (HAN_WEIGHT - 1) * eastern;
        if (2 * HAN_WEIGHT * eastern > all) {
            int perKana = home == UnicodeScript.HAN ? PER_KANA_IN_CHINA : PER_KANA;
            return perKana * kana > eastern ? UnicodeScript.HIRAGANA : UnicodeScript.HAN;
        }
        return letters.entrySet().stream()
                .filter(script -> 2 * script.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }

    private static @Nullable String language(String text, UnicodeScript script) {
        List<Alphabet> languages = LANGUAGES.getOrDefault(script, List.of());
        int[] letters = text.codePoints()
                .filter(c -> Character.isLetter(c) && UnicodeScript.of(c) == script)
                .map(Character::toLowerCase)
                .toArray();
        return languages.stream()
                .filter(one -> PER_FOREIGN * foreign(one, letters) <= letters.length)
                .min(Comparator.comparingLong(one -> foreign(one, letters)))
                .map(Alphabet::language)
                .orElse(null);
    }

    /** Number of letters that are not in an alphabet; 0 where the only one of a script names none. */
    private static long foreign(Alphabet alphabet, int[] letters) {
        return alphabet.letters().isEmpty()
                ? 0
                : Arrays.stream(letters)
                        .filter(c -> alphabet.letters().indexOf(c) < 0)
                        .count();
    }

    private static boolean isPurelyLatin(Map<UnicodeScript, Integer> letters) {
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        return PER_OTHER * (all - letters.getOrDefault(UnicodeScript.LATIN, 0)) <= all;
    }

    private static boolean isEnglish(String text) {
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        long common = words.stream().filter(ENGLISH::contains).count();
        return words.size() >= ENGLISH_WORDS && PER_ENGLISH * common >= words.size();
    }
}
