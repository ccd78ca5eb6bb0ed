package dev.feedmill.pages.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @Test
    void both_languages_say_the_same_things() {
        assertThat(Messages.of("zh").keys()).isEqualTo(Messages.of("en").keys());
    }

    @ParameterizedTest
    @CsvSource({"zh,zh", "zh-CN,zh", "ZH-hant-TW,zh", "en-GB,en", "de,en", "zhx,en"})
    void chinese_is_spoken_where_the_tag_says_so_and_english_elsewhere(String tag, String spoken) {
        assertThat(Messages.of(tag).get("language")).isEqualTo(spoken);
    }

    @Test
    void numbers_agree_with_what_they_count() {
        Messages english = Messages.of("en");
        assertThat(english.get("counted", 0)).isEqualTo("no articles yet");
        assertThat(english.get("counted", 1)).isEqualTo("1 article");
        assertThat(english.get("counted", 1234L)).isEqualTo("1,234 articles");
        assertThat(Messages.of("zh").get("counted", 1234L)).isEqualTo("1,234 篇文章");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void no_message_has_an_apostrophe_that_would_hide_what_follows(String language) {
        Messages words = Messages.of(language);
        assertThat(words.keys()).noneMatch(key -> words.get(key).contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_problem_has_a_name(Problem.Kind kind) {
        assertThat(Messages.of("en").get("status.kind." + kind.label())).isNotEqualTo(kind.label());
    }

    @Test
    void a_message_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Messages.of("en").get("nonsense")).hasMessageContaining("'nonsense'");
    }
}
