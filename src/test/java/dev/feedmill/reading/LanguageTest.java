package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.reading.link.PathLanguage;
import dev.feedmill.reading.text.ScriptLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 今天天气很好，HTTP 也好。",
                "ja | 今日はとても良い天気です。",
                "ja | 東京都渋谷区の会議室",
                "ko | 오늘은 날씨가 아주 좋습니다.",
                "th | สวัสดี",
                "he | שלום לכולם",
                "el | Καλημέρα σε όλους",
                " - | Good morning, 早",
                " - | Доброе утро",
                " - | 2024-05-06",
            },
            nullValues = "-")
    void a_script_of_one_language_identifies_it(String language, String text) {
        assertThat(ScriptLanguage.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "post.zh.md, zh",
                "post.zh-CN.md, zh-CN",
                "en/post.md, en",
                "pt_BR/news/post.md, pt-BR",
                "ja/news/_posts/2024-01-01-a.md, ja",
                "content/ru/post.md, ru",
                "it/printers.md, -",
                "cs/algorithms.md, -",
                "posts/en.md, -",
                "notes/en/post.md, -",
            },
            nullValues = "-")
    void a_path_gives_the_language_if_it_surely_names_one(String path, String language) {
        assertThat(PathLanguage.of(path)).isEqualTo(language);
    }
}
