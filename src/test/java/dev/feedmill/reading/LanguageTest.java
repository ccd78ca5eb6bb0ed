package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.reading.link.PathLanguage;
import dev.feedmill.reading.text.ScriptLanguage;
import org.junit.jupiter.api.Test;
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
                "hi | नमस्ते दुनिया",
                "ru | Доброе утро",
                "ru | Новые объявления",
                "uk | Доброго ранку, її ім’я",
                "bg | Добър ден, това е първият ъгъл",
                "sr | Добро јутро, људи",
                "mk | Добро утро, луѓе од нашата куќа",
                " - | Қайырлы таң, әлем",
                "ar | صباح الخير",
                "fa | صبح بخیر، چطوری",
                "ur | صبح بخیر، بڑے لوگ ہیں",
                " - | Good morning to all of you",
                " - | 2024-05-06",
            },
            nullValues = "-")
    void a_script_tells_the_language_of_a_site_that_names_none(String language, String text) {
        assertThat(ScriptLanguage.of(text, text, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | zh | 使用 Spring Boot 的 RestTemplate 调用接口，返回的是列表",
                "en | ru | Доброе утро",
                "de | ja | 今日は",
                "en |  - | Guten Morgen, 早",
                "en |  - | Π",
                "en |  - | 早",
                "zh-CN | - | 今天天气很好",
                "zh-CN | - | 歌词的第一句是さくら，意思是樱花，在日本到处都能看到它们盛开的样子",
                "zh-CN | ja | 今日はとても良い天気です。",
                "ja | - | 東京都渋谷区",
                "ja | zh | 今天天气很好，我们一起去公园散步，看见很多人在那里放风筝，也有人在湖边钓鱼。",
                "bg | - | Доброе утро",
                "fa | - | صباح الخير",
                "zh | en | The first train was empty. At six in the morning the river of this town is for those who like to walk and think.",
                "zh | - | Der erste Zug war leer. Um sechs Uhr morgens gehört der Fluss denen, die gerne gehen und dabei denken, so wie ich und du.",
                "zh | - | Hello to the world",
                "zh | - | 运行下面的命令之后再测试 mvn package for the whole of the project and then java -jar to start that with this config for the test of you and me and it is done",
            },
            nullValues = "-")
    void a_script_tells_the_language_where_the_site_is_written_in_another(String site, String language, String text) {
        assertThat(ScriptLanguage.of(text, text, site)).isEqualTo(language);
    }

    @Test
    void an_english_quotation_does_not_make_a_chinese_list_of_links_english() {
        String quotation = "The first train was empty. At six in the morning the river of this town is for those who"
                + " like to walk and think.";
        assertThat(ScriptLanguage.of(quotation, quotation + "今天天气很好，我们一起去公园散步。".repeat(5), "zh"))
                .isNull();
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
