package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.web.ServerUrl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBodyTest {
    private static final ServerUrl HERE = new ServerUrl("https://feeds.example.org");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>a</h1><h2>b</h2><h1>A!</h1> | <h2 id=\"user-content-a\">a</h2><h3 id=\"user-content-b\">b</h3><h2 id=\"user-content-a-2\">A!</h2>",
                "<h4 id=\"x\">a</h4><p>x</p><h4></h4><h2 id=\"y\">c</h2> | <h2 id=\"x\">a</h2><p>x</p><h3></h3><h2 id=\"y\">c</h2>",
                "<h2>a</h2><h6>a</h6> | <h2 id=\"user-content-a\">a</h2><h3 id=\"user-content-a-2\">a</h3>",
                "<ul><p>a</p><li>b</li></ul> | <ul><li><p>a</p></li><li>b</li></ul>",
                "<ol>a<li>b</li></ol> | <ol><li>a</li><li>b</li></ol>",
                "<img src=\"https://a.example/b.png\"> | <img src=\"https://a.example/b.png\" alt=\"\">",
                "<img src=\"https://a.example/b.png\" alt=\"b\"> | <img src=\"https://a.example/b.png\" alt=\"b\">",
                "<a href=\"https://c.example/\"><img src=\"https://a.example/b.png\"></a>"
                        + " | <a href=\"https://c.example/\"><img src=\"https://a.example/b.png\" alt=\"https://c.example/\"></a>",
                "<pre>a  b</pre> | <pre tabindex=\"0\">a  b</pre>",
                "<table><tbody><tr><th scope=\"row\"></th><td align=\"right\">1</td></tr></tbody></table>"
                        + " | <div class=\"wide\" tabindex=\"0\"><table><tbody><tr><td></td>"
                        + "<td class=\"at-right\">1</td></tr></tbody></table></div>"
            })
    void what_an_author_forgot_is_added(String written, String shown) {
        assertThat(PageBody.of(SafeHtml.stored(written), HERE, "articles/a", null, Map.of())
                        .html())
                .isEqualTo(shown);
    }

    @Test
    void the_servers_own_address_is_put_in() {
        assertThat(PageBody.of(
                                SafeHtml.stored("<a href=\"" + ServerUrl.URL + "x\">x</a>"),
                                HERE,
                                "articles/a",
                                null,
                                Map.of())
                        .html())
                .isEqualTo("<a href=\"https://feeds.example.org/x\">x</a>");
    }

    @Test
    void links_to_parts_of_the_article_stay_on_its_page() {
        HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);
        String written = "<p id=top><a href='#fn1'>1</a></p><h2 id=注>a</h2><p id=fn1>Note <a href='#注'>up</a></p>";
        String shown = "<p><a href=\"#user-content-fn1\">1</a></p><h2 id=\"user-content-注\">a</h2>"
                + "<p id=\"user-content-fn1\">Note <a href=\"#user-content-%E6%B3%A8\">up</a></p>";
        SafeHtml here = ((Sanitized.Clean) sanitizer.sanitize(written, ServerUrl.URL)).html();
        assertThat(PageBody.of(here, HERE, "articles/a", null, Map.of()).html()).isEqualTo(shown);
        assertThat(here.at(HERE, "articles/a"))
                .contains("<a href=\"https://feeds.example.org/articles/a#user-content-fn1\">");
        SafeHtml elsewhere = ((Sanitized.Clean) sanitizer.sanitize(written, "https://blog.example/a/")).html();
        assertThat(elsewhere.stored()).contains("<a href=\"https://blog.example/a/#fn1\">");
        assertThat(PageBody.of(elsewhere, HERE, "articles/a", "https://blog.example/a/", Map.of())
                        .html())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'',width=\"400\" height=\"300\"",
        "width=\"200\",width=\"200\" height=\"150\"",
        "height=\"30\",height=\"30\" width=\"40\"",
        "width=\"10\" height=\"10\",width=\"10\" height=\"10\"",
        "width=\"50%\",width=\"50%\""
    })
    void the_place_of_a_picture_is_kept_free(String written, String shown) {
        String url = "https://feeds.example/files/a%20b.png?a=1&amp;b=2";
        SafeHtml body = SafeHtml.stored("<img src=\"" + url + "\" alt=\"a\" " + written + ">");
        Map<String, ImageSize> sizes = Map.of("https://feeds.example/files/a%20b.png?a=1&b=2", new ImageSize(400, 300));
        assertThat(PageBody.of(body, HERE, "articles/a", null, sizes).html())
                .isEqualTo("<img src=\"" + url + "\" alt=\"a\" " + shown + ">");
    }
}
