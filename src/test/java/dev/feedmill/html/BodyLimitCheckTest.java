package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.web.ServerUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitCheckTest {
    private final HtmlSanitizer usual = new HtmlSanitizer(Rules.DEFAULT);
    private final HtmlSanitizer strict =
            new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), new BodyLimits(10, 5, 20, 30, 2)));

    @Test
    void towers_of_elements_are_refused_without_running_out_of_stack() {
        assertThat(usual.sanitize("<div>".repeat(40_000), ServerUrl.URL))
                .isEqualTo(new Sanitized.TooLarge("body must nest elements at most 200 deep"));
        assertThat(usual.sanitize("<div>".repeat(100_000), ServerUrl.URL)).isInstanceOf(Sanitized.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>", "<a href=x>", "<table><tr><td>", "<font><p>", "<svg><g>", "<p x=1><i>", "<select><option>"
            })
    void other_towers_of_tags_are_refused_too(String tags) {
        assertThat(usual.sanitize(tags.repeat(100_000), ServerUrl.URL)).isInstanceOf(Sanitized.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "</", "&#", "[", "\n", "　", "a ", "< !", "é"})
    void long_bodies_of_few_elements_are_read(String text) {
        assertThat(usual.sanitize("<p>x</p>" + text.repeat(500_000), ServerUrl.URL))
                .isInstanceOf(Sanitized.Clean.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"</br>", "</p>", "</a>", "</x>"})
    void a_flood_of_end_tags_is_refused_before_it_is_parsed(String tag) {
        assertThat(usual.sanitize(tag.repeat(1_000_000), ServerUrl.URL))
                .isEqualTo(new Sanitized.TooLarge("body must have at most 50000 elements and texts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<embed src=https://a.example/b>",
                "<iframe src=https://a.example/b />",
                "<noscript>a</noscript>",
                "<img src=data:,x alt=y>",
                "<p hidden>",
                "<a b='",
                "<script src=x />",
                "<video>",
                "<select>",
                "<template>"
            })
    void many_elements_in_towers_take_no_longer_than_text(String tag) {
        String body = "<div>".repeat(150) + tag.repeat(20_000);
        assertThat(usual.sanitize(body, ServerUrl.URL)).isNotNull();
    }

    @Test
    void a_picture_has_at_most_a_hundred_sizes() {
        SanitizerRules rules = new SanitizerRules(List.of(), List.of(), BodyLimits.defaults());
        String html = ("<img src=/a.png srcset='" + "a 1x, ".repeat(100_000) + "'>").repeat(4);
        Sanitized.Clean clean = (Sanitized.Clean) new HtmlSanitizer(rules).sanitize(html, ServerUrl.URL);
        assertThat(clean.html().stored().split(" 1x", -1)).hasSize(401);
    }

    @Test
    void each_limit_holds_to_the_last_unit() {
        assertThat(strict.sanitize("<b>a</b>".repeat(5), ServerUrl.URL)).isInstanceOf(Sanitized.Clean.class);
        assertThat(strict.sanitize("<b>a</b>".repeat(5) + "c", ServerUrl.URL))
                .isEqualTo(new Sanitized.TooLarge("body must have at most 10 elements and texts"));
        assertThat(strict.sanitize("<div>".repeat(5) + "a", ServerUrl.URL)).isInstanceOf(Sanitized.Clean.class);
        assertThat(strict.sanitize("<div>".repeat(6) + "a", ServerUrl.URL))
                .isEqualTo(new Sanitized.TooLarge("body must nest elements at most 5 deep"));
        assertThat(strict.sanitize("<p title=" + "a".repeat(20) + ">b", ServerUrl.URL))
                .isInstanceOf(Sanitized.Clean.class);
        assertThat(strict.sanitize("<p style=" + "a".repeat(21) + ">b", ServerUrl.URL))
                .isEqualTo(new Sanitized.TooLarge("attribute 'style' of <p> must have at most 20 characters, not 21"));
    }

    @Test
    void what_is_no_selector_is_found_before_it_is_used() {
        assertThat(SanitizerRules.isSelector(".katex-mathml ~ .katex-html, [hidden]"))
                .isTrue();
        assertThat(SanitizerRules.isSelector("p[")).isFalse();
        assertThat(SanitizerRules.isSelector("")).isFalse();
    }

    @Test
    void addresses_and_sizes_of_a_picture_are_as_many_and_as_long_as_the_rules_say() {
        String html = "<p><a href='https://a.example/" + "x".repeat(20) + "'>long</a>"
                + "<img src=/1.png srcset='/1.png 1x, /2.png 2x, /3.png 3x'></p>";
        SanitizerRules rules = new SanitizerRules(List.of(), List.of(), new BodyLimits(10, 5, 50, 30, 2));
        Sanitized.Clean clean = (Sanitized.Clean) new HtmlSanitizer(rules).sanitize(html, "https://a.example/");
        assertThat(clean.html().stored())
                .contains("<p>long<img", "1.png 1x, https://a.example/2.png 2x\"")
                .doesNotContain("3.png");
    }
}
