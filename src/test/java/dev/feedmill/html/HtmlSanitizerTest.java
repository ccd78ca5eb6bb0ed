package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.allowed.BodyLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlSanitizerTest {
    private static final String BASE = "https://blog.example/2024/post/";
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor"), List.of("evil.example"), BodyLimits.defaults()));

    private String clean(String html) {
        return ((Sanitized.Clean) sanitizer.sanitize(html, BASE)).html().stored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "<p>a<script>alert(1)</script>b</p> ¦ <p>ab</p>",
                "<p onclick=x style=y class=z cms-style=w>a</p> ¦ <p>a</p>",
                "<a href='javascript:alert(1)'>a</a> ¦ a",
                "<a href='java&#10;script:alert(1)'>a</a> ¦ a",
                "<a href='../x y?q=ü#f'>a</a> ¦ <a href=\"https://blog.example/2024/x%20y?q=%C3%BC#f\">a</a>",
                "<a href='//cdn.example/a'>a</a> ¦ <a href=\"https://cdn.example/a\">a</a>",
                "<a href='mailto:a@b.example'>a</a> ¦ <a href=\"mailto:a@b.example\">a</a>",
                "<a href='#n1'>1</a> ¦ <a href=\"https://blog.example/2024/post/#n1\">1</a>",
                "<p>a</p><p>&nbsp;</p><p>　</p><p><br></p><p><span></span></p> ¦ <p>a</p>",
                "<div><div><p>a</p></div></div> ¦ <p>a</p>",
                "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> ¦ <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
                "<details><summary>s</summary>t</details> ¦ <details><summary>s</summary>t</details>",
                "<input type=checkbox checked disabled> done ¦ ☑ done",
                "<iframe src='https://www.youtube.com/embed/x' title='Film'></iframe> ¦ <p><a href=\"https://www.youtube.com/embed/x\">Film</a></p>",
                "<iframe src='https://evil.example/youtube.com'></iframe>a ¦ a",
                "a<!-- <p>b</p> -->c ¦ ac",
                "<form action=x><p>a</p><input name=q><button>b</button></form> ¦ <div><p>a</p>b</div>",
                "<img> <img src=''> <img src='ftp://x'> <img src='data:text/html,x'>a ¦ a",
            })
    void keeps_what_is_allowed_and_repairs_it(String html, String expected) {
        assertThat(clean(html)).isEqualTo(expected);
    }

    @Test
    void pictures_are_absolute_and_do_not_reveal_where_they_are_shown() {
        assertThat(
                        clean(
                                "<img src=/a.png alt=x srcset='b.png 2x, javascript:x 3x, c.png 640w' referrerpolicy=unsafe-url>"))
                .isEqualTo("<img src=\"https://blog.example/a.png\" alt=\"x\""
                        + " srcset=\"https://blog.example/2024/post/b.png 2x, https://blog.example/2024/post/c.png 640w\""
                        + " referrerpolicy=\"no-referrer\">");
    }

    @Test
    void a_lazy_picture_is_shown_once() {
        assertThat(clean("<img src=data:image/gif;base64,R0lG data-src=/a.png><noscript><img src=/a.png></noscript>"))
                .containsOnlyOnce("<img")
                .contains("https://blog.example/a.png");
        assertThat(clean("<img data-original='/b.png'>")).contains("https://blog.example/b.png");
    }

    @Test
    void code_keeps_its_white_space_and_its_language() {
        String code = "<pre><code class=\"language-java\">a\n  b\n\n\tc  </code></pre>";
        assertThat(clean(code)).isEqualTo(code);
        assertThat(clean(clean("<pre>\n\na</pre>"))).isEqualTo(clean("<pre>\n\na</pre>"));
    }

    @Test
    void too_many_or_too_deep_elements_are_refused() {
        assertThat(sanitizer.sanitize("<b>".repeat(60_000), BASE)).isInstanceOf(Sanitized.TooLarge.class);
        assertThat(sanitizer.sanitize("<div>".repeat(40_000), BASE)).isInstanceOf(Sanitized.TooLarge.class);
    }

    @Test
    void the_sample_keeps_its_text_and_its_two_pictures() throws IOException {
        String file = Files.readString(Path.of("seeds/金融/新浪财经/000_765698001f50274d.txt"));
        String body = clean(file.substring(file.indexOf("<div>")));
        assertThat(body.split("<img", -1)).hasSize(3);
        assertThat(body.split("no-referrer", -1)).hasSize(3);
        assertThat(body)
                .contains("0f9b-kmvwsvy6142434.jpg", "1e76-kmvwsvy6142436.jpg", "　　3月25日")
                .doesNotContain("style", "appendQr", "<!--", "cms-", "343233024", "李铁民", "article_adlist");
    }
}
