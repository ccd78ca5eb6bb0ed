package dev.feedmill.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, world! 42 | hello world 42",
                "don't | don t",
                "Straße CAFÉ naïve | strasse cafe naive",
                "Ёлка | елка",
                "ΣΊΣΥΦΟΣ | σισυφοσ",
                "ｆｕｌｌ　ＷＩＤＴＨ１２ | full width12",
                "ﬁn | fin",
                "南昌天气 | 南昌 昌天 天气 气",
                "南 | 南",
                "我在NYC住了3年。 | 我在 在 nyc 住了 了 3 年",
                "臺灣與國語 | 台湾 湾与 与国 国语 语",
                "裡裏里 | 里里 里里 里",
                "カタカナ | カタ タカ カナ ナ",
                "ｶﾞｷﾞ | ガギ ギ",
                "コーヒー | コー ーヒ ヒー ー",
                "서울 도시 | 서울 울 도시 시",
                "ภาษา | ภา าษ ษา า",
                "𠮷野家 | 𠮷野 野家 家",
                "pizza🍕time 🍕 | pizza 🍕 time 🍕",
                "co\u00ADoper\u200Bate | cooperate",
                "مُحَمَّد | محمد",
                "... — ?! | ''",
            })
    void a_text_has_these_tokens(String text, String tokens) {
        assertThat(String.join(" ", Tokenizer.tokens(text))).isEqualTo(tokens);
    }

    @Test
    void long_words_are_cut() {
        assertThat(Tokenizer.tokens("a".repeat(10_000))).containsExactly("a".repeat(60));
        assertThat(Tokenizer.tokens("a" + "𝒳".repeat(60)).get(0)).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void endless_runs_are_cut_and_still_found() {
        String text = "南昌".repeat(100_000);
        var tokens = Tokenizer.tokens(text);
        assertThat(tokens).hasSize(200_000).contains("南昌", "昌南").allMatch(token -> token.length() <= 2);
        assertThat(Tokenizer.written(text)).isEqualTo(String.join(" ", tokens) + " ");
    }

    @Property
    void the_form_of_a_text_does_not_matter(@ForAll("texts") String text) {
        assertThat(Tokenizer.tokens(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(Tokenizer.tokens(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    @Property
    void no_token_needs_care_in_a_question(@ForAll("texts") String text) {
        assertThat(Tokenizer.tokens(text))
                .allMatch(token -> !token.isEmpty()
                        && token.codePoints().noneMatch(c -> c <= ' ' || "'\"\\:*&|!()<>-".indexOf(c) >= 0));
    }

    @Property
    void what_stands_in_a_text_is_found_in_it(@ForAll("texts") String text, @ForAll("texts") String around) {
        Phrase phrase = Phrase.of(text, false, false);
        if (phrase == null) {
            return;
        }
        var tokens = Tokenizer.tokens(around + " " + text + "。" + around);
        assertThat(java.util.stream.IntStream.range(0, tokens.size())).anyMatch(at -> phrase.matches(tokens, at));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab Z9,.-'\"*éßßΣ南昌臺灣雲カガｶﾞ서ภา🍕👩‍🚀\u00AD\u200D\u0301\uFE0F")
                .withCharRange('\u0000', '\uD7FF')
                .ofMaxLength(12);
    }
}
