package dev.feedmill.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.address.Parameter;
import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters do what RSSHub documents of them. */
class EntryFilterTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Z",
            "é",
            "金",
            "\u1c80",
            "\u1c88",
            "😱",
            "0",
            " ",
            "(",
            ")",
            "(?:",
            "(?i)",
            "(?i:",
            "[",
            "]",
            "[^",
            "-",
            "{",
            "}",
            "{2}",
            "{2,}",
            "{3,9}",
            "{1000}",
            "*",
            "+",
            "?",
            "|",
            "^",
            "$",
            ".",
            "\\",
            "\\d",
            "\\p{Han}",
            "\\Q",
            "\\E",
            "\\x{1c83}",
            "\\b",
            ",",
            "1");

    private static final Entry BLUE = entry("Blue sky", "<p>Over the <em>sea</em></p>", "Ann", "Pictures", "air");
    private static final Entry RED = entry("A red Yellowhammer", "<p>In a bush</p>", "Bo", "Birds", "南昌");
    private static final Entry EMPTY = entry("Only one title", "", "Cy", "Words", "x");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "filter=Blue|Yellow|Black                             ; BR-",
                "filterout=Blue|Yellow|Black                          ; --E",
                "filter=BluE|yeLLow|BlaCK                             ; ---",
                "filter=BluE|yeLLow|BlaCK&filter_case_sensitive=false ; BR-",
                "filter=BluE|yeLLow|BlaCK&filter_case_sensitive=true  ; ---",
                "filter=sea                                           ; B--",
                "filter=Ann                                           ; B--",
                "filter=Birds                                         ; -R-",
                "filter=南.                                            ; -R-",
                "filter_title=sky$                                    ; B--",
                "filter_title=sea                                     ; ---",
                "filter_description=In a                              ; -R-",
                "filter_description=Only                              ; --E",
                "filter_author=^Bo$                                   ; -R-",
                "filter_category=Birds|Words                          ; -RE",
                "filter_title=red&filter_author=Bo                    ; -R-",
                "filter_title=red&filter_author=Ann                   ; ---",
                "filter=Blue&filter_title=red                         ; B--",
                "filterout=sea                                        ; -RE",
                "filterout=Ann                                        ; BRE",
                "filterout_title=red                                  ; B-E",
                "filterout_description=sea                            ; -RE",
                "filterout_author=Ann|Cy                              ; -R-",
                "filterout_category=Birds                             ; B-E",
                "filter=e&filterout=bush                              ; B-E",
                "filter=                                              ; BRE"
            })
    void a_pattern_is_found_where_its_parameter_looks(String query, String kept) throws Exception {
        EntryFilter filter = EntryFilter.of(parameters(query.strip()));
        assertThat((filter.test(BLUE, Deadline.NEVER) ? "B" : "-")
                        + (filter.test(RED, Deadline.NEVER) ? "R" : "-")
                        + (filter.test(EMPTY, Deadline.NEVER) ? "E" : "-"))
                .isEqualTo(kept.strip());
    }

    @Test
    void it_says_whether_there_is_anything_to_do() throws Exception {
        assertThat(EntryFilter.of(Map.of(Parameter.FILTER_TIME, "3")).isEmpty()).isTrue();
        assertThat(EntryFilter.of(Map.of(Parameter.FILTER, "a")).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "a{1001}",
                "(?=a)",
                "\\1",
                "*",
                "\\",
                "((a{100}){100}){100}",
                "(((a{9}){9}){9}){9}",
                "(?i)\u1c80",
                "(?i)[a-\uffff]"
            })
    void what_is_no_pattern_or_costs_too_much_is_refused_by_name(String pattern) {
        assertThatThrownBy(() -> EntryFilter.of(Map.of(Parameter.FILTER_TITLE, pattern)))
                .isInstanceOf(BadPatternException.class)
                .hasMessageStartingWith("'filter_title' must be a regular expression");
    }

    @Test
    void a_pattern_has_a_bounded_length() {
        assertThatThrownBy(() -> EntryFilter.of(Map.of(Parameter.FILTER, "a".repeat(501))))
                .isInstanceOf(BadPatternException.class)
                .hasMessageContaining("at most 500");
    }

    /** RE2/J alone would go on for ever with some letters, and out of memory with others; so the time has a bound. */
    @Test
    void no_pattern_stalls_or_breaks_anything() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        Entry lengthy = entry("a".repeat(1_500) + "b", "<p>" + "x".repeat(5_000) + "</p>", "a", "b", "c");
        int[] usable = {0};
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < 3_000; i++) {
                String pattern = i < 4
                        ? List.of("(a+)+$", "(x+x+)+y", "(a|aa)+$", "(.*)*=").get(i)
                        : IntStream.rangeClosed(0, random.nextInt(12))
                                .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                                .collect(Collectors.joining());
                Map<Parameter, String> given = Map.of(
                        Parameter.FILTER,
                        pattern,
                        Parameter.FILTER_CASE_SENSITIVE,
                        Boolean.toString(random.nextBoolean()));
                try {
                    EntryFilter filter = EntryFilter.of(given);
                    filter.test(lengthy, Deadline.NEVER);
                    usable[0]++;
                } catch (BadPatternException e) {
                    assertThat(e).hasMessageStartingWith("'filter' must be ");
                }
            }
        });
        assertThat(usable[0]).isBetween(300, 2_900);
    }

    private static Map<Parameter, String> parameters(String query) {
        return List.of(query.split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> Parameter.named(pair[0]), pair -> pair[1]));
    }

    private static Entry entry(String title, String html, String author, String category, String tag) {
        Instant time = Instant.parse("2024-01-01T00:00:00Z");
        Article article = new Article(
                new Article.Text(title, "", SafeHtml.stored(html)),
                new Article.Times(time, Article.DateOrigin.FRONT_MATTER, null, null),
                new Article.Names(List.of(author), List.of(CategoryPath.of("All", category)), List.of(tag)),
                new Article.Addresses(null, null, "slug", List.of()),
                null,
                Visibility.EVERYWHERE,
                Article.Media.NONE);
        return new Entry(1, ArticleId.ofKey(title), "slug", time, time, article);
    }
}
