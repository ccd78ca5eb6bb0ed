package dev.feedmill.template.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateValue;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, filters and conditions of Liquid, as Jekyll takes them. */
class ExpressionTest {
    private static final TemplateContext PAGE = new TemplateContext() {
        @Override
        public TemplateValue page(String key) {
            return switch (key) {
                case "title" -> TemplateValue.of("A walk");
                case "items" -> TemplateValue.of(List.of("b", "a", "b"));
                case "hidden" -> TemplateValue.of("false");
                case "date" -> TemplateValue.of("2024-03-01 08:05:00 +0100");
                case "next" -> TemplateValue.UNKNOWN;
                default -> TemplateValue.ABSENT;
            };
        }

        @Override
        public TemplateValue site(String key) {
            return key.equals("url") ? TemplateValue.of("https://a.example") : TemplateValue.UNKNOWN;
        }

        @Override
        public String basePath() {
            return "/blog";
        }
    };

    private static VariableScope scope() {
        return new VariableScope(TemplateRules.JEKYLL, PAGE, 1_000_000);
    }

    private static TemplateValue value(String written) {
        return Objects.requireNonNull(Expression.parse(written), written).value(scope());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "page.title | upcase ¦ A WALK",
                "page['title'] | append: '!' | prepend: \"<\" | escape ¦ &lt;A walk!",
                "page.none | default: 'x' ¦ x",
                "page.items | join: '-' ¦ b-a-b",
                "page.items | uniq | sort | join: ',' ¦ a,b",
                "page.items | size ¦ 3",
                "page.items | first ¦ b",
                "'a,b' | split: ',' | last ¦ b",
                "'x.md' | replace: '.md', '.html' ¦ x.html",
                "'a' | relative_url ¦ /blog/a",
                "'/a' | absolute_url ¦ https://a.example/blog/a",
                "'https://b.example/a' | relative_url ¦ https://b.example/a",
                "3 | plus: 4 | times: 2 ¦ 14",
                "page.date | date: '%-d %B %Y, %H:%M' ¦ 1 March 2024, 08:05",
                "page.date | date_to_string ¦ 01 Mar 2024",
                "'Hello, World!' | slugify ¦ hello-world"
            })
    void filters_are_applied_in_order(String written, String text) {
        assertThat(value(written)).isEqualTo(TemplateValue.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site.title",
                "page.next",
                "page.title | my_filter",
                "page.title | append: site.title",
                "page.title | date: '%Y'",
                "page.date | date: '%s'"
            })
    void what_only_the_generator_knows_is_not_known(String written) {
        assertThat(value(written)).isEqualTo(TemplateValue.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", ".Title", "a: 1", "'a", "{x}", "a | ", "a,b", "*", "a +", "a | b: "})
    void other_braces_hold_no_expression(String written) {
        assertThat(Expression.parse(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            nullValues = "unknown",
            value = {
                "page.title ¦ true",
                "page.none ¦ false",
                "page.hidden ¦ false",
                "page.title == 'A walk' and page.items contains 'a' ¦ true",
                "page.title != 'A walk' or page.items.size > 2 ¦ true",
                "page.items.size >= 4 ¦ false",
                "page.none == nil ¦ true",
                "not page.none ¦ true",
                "site.title ¦ unknown",
                "site.title and page.none ¦ false",
                "site.title or page.title ¦ true",
                "'a and b' contains ' and ' ¦ true"
            })
    void a_condition_is_decided_as_far_as_its_values_are_known(String written, Boolean holds) {
        assertThat(new ConditionEvaluator(scope()).holds(written)).isEqualTo(holds);
    }
}
