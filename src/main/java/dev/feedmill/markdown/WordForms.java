package dev.feedmill.markdown;

import java.text.Normalizer;

/** Converts words to other spellings. */
final class WordForms {
    private WordForms() {}

    static String withoutAccents(String words) {
        boolean plain = words.chars().allMatch(c -> c < 0x80);
        return plain ? words : Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("[\u0300-\u036f]", "");
    }
}
