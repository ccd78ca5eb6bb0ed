package dev.feedmill.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.Term.Kind;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionSentenceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void a_selection_is_said_in_a_sentence() {
        Consumer<SelectionSentence> selection = sentence -> {
            sentence.any(Kind.CATEGORY, terms("Java", "JavaScript"));
            sentence.any(Kind.TAG, terms("Spring"));
            sentence.none(Kind.TAG, terms("SpringBoot"));
            sentence.text(Parameter.WORDS, "Spring");
            sentence.time(Parameter.SINCE, bound("P1Y", false));
        };

        assertThat(said("en", selection))
                .isEqualTo("Articles in Java or JavaScript, tagged Spring but not SpringBoot,"
                        + " that mention “Spring”, from the last year");
        assertThat(said("zh", selection))
                .isEqualTo("Java 或 JavaScript 分类下、带 Spring 标签、不带 SpringBoot、提到“Spring”、最近一年的文章");
    }

    @Test
    void what_is_excluded_and_how_it_is_shown_is_said_too() {
        Consumer<SelectionSentence> selection = sentence -> {
            sentence.none(Kind.CATEGORY, terms("金融"));
            sentence.any(Kind.AUTHOR, terms("Bob", "Ann"));
            sentence.languages(List.of("zh", "tlh"));
            sentence.value(Parameter.HAS, "image");
            sentence.value(Parameter.FILTER_TITLE, "^A");
            sentence.value(Parameter.FILTER_CASE_SENSITIVE, "true");
            sentence.manner(Parameter.CONTENT, "none");
            sentence.manner(Parameter.LIMIT, "20");
            sentence.manner(Parameter.CURSOR, "MTIzLjQ");
        };

        assertThat(said("en", selection))
                .isEqualTo("Articles not in 金融, by Ann or Bob, written in Chinese or tlh, with a picture,"
                        + " with a title matching /^A/, titles only, at most 20");
        assertThat(said("zh", selection)).isEqualTo("不在金融分类下、Ann 或 Bob 所写、语言为中文或 tlh、有图片、标题匹配 /^A/的文章，只有标题，最多 20 篇");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            since|PT12H|from the last 12 hours|最近 12 小时
            since|P10D|from the last 10 days|最近 10 天
            since|P1Y2M|from the last 1 year and 2 months|最近 1 年 2 个月
            since|PT0S|from the last 0 seconds|最近 0 秒
            since|2024-05-01|since 1 May 2024|2024年5月1日以来
            since|2024-05-01T12:00:00Z|since 1 May 2024, 20:00|2024年5月1日 20:00 以来
            until|2024-05-01|until 1 May 2024|截至 2024年5月1日
            since|P1DT1H|from the last 1 day and 1 hour|最近 1 天 1 小时
            until|P7D|older than 7 days|7 天以前
            until|P1Y|older than a year|一年以前
            until|PT1H|older than an hour|一小时以前
            until|P1Y1M|older than 1 year and 1 month|1 年 1 个月以前
            since|-999999999-01-01T00:00:00+18:00|since -1000000000-12-31T06:00:00Z|-1000000000-12-31T06:00:00Z 以来""")
    void times_are_said_in_words(String name, String value, String english, String chinese) {
        Parameter parameter = Objects.requireNonNull(Parameter.named(name));
        TimeBound bound = bound(value, name.equals("until"));
        assertThat(said("en", sentence -> sentence.time(parameter, bound))).isEqualTo("Articles " + english);
        assertThat(said("zh", sentence -> sentence.time(parameter, bound))).isEqualTo(chinese + "的文章");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rain|that mention “rain”|提到“rain”的文章
            rain snow|that mention “rain” and “snow”|提到“rain”和“snow”的文章
            "climate change" -ads|that mention “climate change” but not “ads”|提到“climate change”、未提到“ads”的文章
            rain OR snow* wind|that mention (“rain” or “snow*”) and “wind”|提到（“rain”或“snow*”）和“wind”的文章
            rain OR snow -ads|that mention “rain” or “snow” but not “ads”|提到“rain”或“snow”、未提到“ads”的文章
            -ads -spam|that do not mention “ads” or “spam”|未提到“ads”或“spam”的文章""")
    void words_are_said_with_what_joins_them(String typed, String english, String chinese) {
        assertThat(said("zh", sentence -> sentence.text(Parameter.WORDS, typed)))
                .isEqualTo(chinese);
        assertThat(said("en", sentence -> sentence.text(Parameter.WORDS, typed)))
                .isEqualTo("Articles " + english);
    }

    @Test
    void case_is_ignored_only_where_a_pattern_is_given() {
        Consumer<SelectionSentence> alone = sentence -> sentence.value(Parameter.FILTER_CASE_SENSITIVE, "false");
        Consumer<SelectionSentence> patterned = sentence -> sentence.value(Parameter.FILTER_TITLE, "^A");

        assertThat(said("en", alone)).isEmpty();
        assertThat(said("en", alone.andThen(patterned)))
                .isEqualTo("Articles with a title matching /^A/, ignoring case");
        assertThat(said("zh", alone.andThen(patterned))).isEqualTo("标题匹配 /^A/的文章，不区分大小写");
    }

    @Test
    void names_that_look_like_a_part_of_the_sentence_stand_in_quotation_marks() {
        assertThat(said(
                        "en",
                        sentence -> sentence.any(
                                Kind.CATEGORY,
                                terms("Rock, Pop", "He said “no”", "Now or never", "{1} {0}", "O’Neil"))))
                .isEqualTo("Articles in “He said ‘no’”, “Now or never”, O’Neil, “Rock, Pop” or {1} {0}");
    }

    @Test
    void a_name_changes_neither_the_direction_nor_the_lines_of_the_sentence() {
        String said = said("en", sentence -> sentence.any(Kind.TAG, terms("عربي", "a\u202eb\u2066\n\u0007c")));

        assertThat(said).isEqualTo("Articles tagged ab c or \u2068عربي\u2069");
    }

    @Test
    void of_many_names_the_further_ones_are_counted() {
        String[] names = IntStream.range(10, 40).mapToObj(i -> "n" + i).toArray(String[]::new);

        assertThat(said("en", sentence -> sentence.any(Kind.AUTHOR, terms(names))))
                .isEqualTo("Articles by n10, n11, n12, n13, n14, n15, n16, n17 or 22 others");
    }

    @Test
    void nothing_asked_is_nothing_said() {
        assertThat(said("en", sentence -> sentence.any(Kind.AUTHOR, List.of()))).isEmpty();
        assertThat(said("zh", sentence -> sentence.manner(Parameter.SORT, "updated")))
                .isEqualTo("全部文章，最近更新的在前");
    }

    private static String said(String language, Consumer<SelectionSentence> selection) {
        SelectionSentence sentence = new SelectionSentence(Messages.of(language), ZONE);
        selection.accept(sentence);
        return sentence.toString();
    }

    private static TimeBound bound(String text, boolean end) {
        return Objects.requireNonNull(TimeBound.read(text, ZONE, end));
    }

    private static List<Term> terms(String... names) {
        return Arrays.stream(names)
                .map(name -> new Term(1, Kind.TAG, List.of(name), List.of(name)))
                .toList();
    }
}
