package dev.feedmill.html.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Rules;
import dev.feedmill.html.Sanitized;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author hides is hidden, and what counts readers goes. */
class InvisibleTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    private Sanitized.Clean clean(String html) {
        return (Sanitized.Clean) sanitizer.sanitize(html, "https://blog.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width=1 height=1",
                "width=1px height=1px",
                "width=1.0 height='1.0'",
                "width=01 height=01",
                "width=0% height=0%",
                "width=0.5",
                "width=1",
                "height=0",
                "width=100% height=1",
                "style='width:1px;height:1px'",
                "style='WIDTH: 0 !important'",
                "style='max-height:1px'",
                "style='display:none'",
                "style='display : none'",
                "style='visibility:hidden'",
                "style='position:absolute;left:-9999px'",
                "hidden",
                "hidden=hidden",
                "data-src=https://count.example/2.gif width=1 height=1"
            })
    void a_picture_that_counts_readers_goes_however_it_is_written(String attributes) {
        Sanitized.Clean alone = clean("<img src=https://count.example/1.gif " + attributes + ">");
        assertThat(alone.html().stored()).isEmpty();
        assertThat(alone.firstImage()).isNull();
        Sanitized.Clean beside = clean("<p>a</p><noscript><img src=https://count.example/1.gif " + attributes
                + "></noscript><p><img src=/b.png width=600></p>");
        assertThat(beside.html().stored()).doesNotContain("count.example");
        assertThat(beside.firstImage()).isEqualTo("https://blog.example/b.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width=2 height=2",
                "width=1% height=100",
                "style='width:100%;height:auto'",
                "style='opacity:0'",
                "width=auto",
                "style='display:block'",
                "data-src=https://blog.example/a.png style='display:none'"
            })
    void other_pictures_stay(String attributes) {
        assertThat(clean("<p>a</p><img src=https://blog.example/a.png " + attributes + ">")
                        .html()
                        .stored())
                .contains("https://blog.example/a.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<p style='display:none'>x</p><p hidden>y</p><p>a</p> ¦ <p>a</p>",
                "<div style='color:red; DISPLAY: none !important'>x<img src=a.png></div><p>a</p> ¦ <p>a</p>",
                "<p hidden=until-found>a</p> ¦ <p>a</p>",
                "<p aria-hidden=true>a</p> ¦ <p>a</p>",
                "<details><summary>a</summary>b</details> ¦ <details><summary>a</summary>b</details>",
                "<div style='visibility:hidden'>a</div> ¦ <div>a</div>",
                "<div style='display:none'><p>a</p></div> ¦ <p>a</p>",
                "<table><tr hidden><td>x</td></tr><tr><td>a</td></tr></table> ¦ <table><tbody><tr><td>a</td></tr></tbody></table>"
            })
    void hidden_elements_go_unless_nothing_else_would_be_left(String html, String shown) {
        assertThat(clean(html).html().stored()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<img class=emoji src=/e.png style='height: 1em; max-height: 1em;'> ¦ height=\"16\"",
                "<img src=/e.png style='width:20px'> ¦ width=\"20\"",
                "<img src=/e.png width=20px height=20px> ¦ width=\"20\" height=\"20\"",
                "<img src=/e.png style='width:600px'> ¦ /e.png\" referrer"
            })
    void pictures_as_small_as_letters_keep_their_size(String html, String attribute) {
        assertThat(clean(html).html().stored()).contains(attribute);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<h2>a<a class=anchor href='#a'>#</a></h2> ¦ <h2>a</h2>",
                "<h2><a href='#a' id=a></a>a</h2> ¦ <h2>a</h2>",
                "<h3>a <a class=headerlink href='#a' title=Permalink>¶</a></h3> ¦ <h3>a</h3>",
                "<h2><a href='/a#b'>a</a></h2> ¦ <h2><a href=\"https://blog.example/a#b\">a</a></h2>",
                "<p>a <img src='data:image/svg+xml,%3Csvg%3E' alt=':-)'></p> ¦ <p>a :-)</p>"
            })
    void signs_of_pages_go_and_words_stay(String html, String shown) {
        assertThat(clean(html).html().stored().replace(" </h3>", "</h3>").replaceAll(" id=\"[^\"]*\"", ""))
                .isEqualTo(shown);
    }
}
