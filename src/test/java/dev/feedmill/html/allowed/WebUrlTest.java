package dev.feedmill.html.allowed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.web.ServerUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlTest {
    private static final String BASE = "http://blog.example/2024/post/index.html?x=1#y";

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            nullValues = "-",
            value = {
                "a.png ¦ http://blog.example/2024/post/a.png",
                "./a/../b.png ¦ http://blog.example/2024/post/b.png",
                "../../../../a ¦ http://blog.example/a",
                "/a ¦ http://blog.example/a",
                "?p=2 ¦ http://blog.example/2024/post/index.html?p=2",
                "#n ¦ http://blog.example/2024/post/index.html?x=1#n",
                "//cdn.example/a ¦ https://cdn.example/a",
                "\\\\cdn.example\\a ¦ https://cdn.example/a",
                "https:\\\\cdn.example\\a?b\\c ¦ https://cdn.example/a?b%5Cc",
                "HTTPS://Cdn.Example ¦ https://cdn.example/",
                "https:///cdn.example/a ¦ https://cdn.example/a",
                "https://cdn.example?a=b ¦ https://cdn.example/?a=b",
                "https://cdn.example/a b?c d#e f ¦ https://cdn.example/a%20b?c%20d#e%20f",
                "https://cdn.example/ü/%E4%BD%A0/100%/%zz ¦ https://cdn.example/%C3%BC/%E4%BD%A0/100%25/%25zz",
                "https://cdn.example/a[1]|{2}^`.png ¦ https://cdn.example/a%5B1%5D%7C%7B2%7D%5E%60.png",
                "https://cdn.example/a#b#c ¦ https://cdn.example/a#b%23c",
                "https://例え.example/ ¦ https://xn--r8jz45g.example/",
                "https://[::1]:8080/a ¦ https://[::1]:8080/a",
                "https://my_blog.example:/a ¦ https://my_blog.example/a",
                "www.example.com/a ¦ https://www.example.com/a",
                "https://user:pw@cdn.example/ ¦ -",
                "https:// ¦ -",
                "https://a b/ ¦ -",
                "https://a:port/ ¦ -",
                "javascript:alert(1) ¦ -",
                "ftp://a.example/ ¦ -",
                "mailto:a@b.example ¦ -",
                "data:image/png;base64,AAAA ¦ -",
            })
    void becomes_absolute_and_valid(String written, String expected) {
        assertThat(WebUrl.absolute(BASE, written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            nullValues = "-",
            value = {
                "MAILTO:a@b.example?subject=a b ¦ mailto:a@b.example?subject=a%20b",
                "tel:+86-10 ¦ tel:+86-10",
                "#n ¦ http://blog.example/2024/post/index.html?x=1#n",
                "# ¦ http://blog.example/2024/post/index.html?x=1#",
                "vbscript:x ¦ -",
                "data:text/html,x ¦ -",
            })
    void links_may_lead_to_mail_and_telephone_too(String written, String expected) {
        assertThat(WebUrl.link(BASE, written)).isEqualTo(expected);
    }

    @Test
    void control_characters_cannot_hide_a_scheme() {
        assertThat(WebUrl.link(BASE, "java\tscript:alert(1)")).isNull();
        assertThat(WebUrl.link(BASE, "\u0001java\nscript:alert(1)")).isNull();
        assertThat(WebUrl.absolute(BASE, " \n/a\n/b\t ")).isEqualTo("http://blog.example/a/b");
    }

    @Test
    void a_link_to_a_part_leads_to_the_page_of_its_article() {
        assertThat(WebUrl.link(ServerUrl.URL, "#n")).isEqualTo(ServerUrl.PAGE + "#user-content-n");
        assertThat(WebUrl.link(ServerUrl.URL, "#")).isNull();
        assertThat(WebUrl.link(ServerUrl.URL, "a")).isEqualTo(ServerUrl.URL + "a");
    }

    @Test
    void without_a_usable_base_only_absolute_urls_remain() {
        assertThat(WebUrl.absolute("", "a.png")).isNull();
        assertThat(WebUrl.absolute("mailto:a@b", "a.png")).isNull();
        assertThat(WebUrl.absolute("", "http://a.example/")).isEqualTo("http://a.example/");
    }

    @Test
    void what_no_server_would_take_is_refused() {
        assertThat(WebUrl.absolute(BASE, "ü".repeat(3000))).isNull();
    }
}
