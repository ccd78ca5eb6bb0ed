package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever another site would show in its place leaves a link. */
class EmbedTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    private String clean(String html) {
        return ((Sanitized.Clean) sanitizer.sanitize(html, "https://blog.example/a/"))
                .html()
                .stored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<iframe src=https://codepen.example/x/embed/y></iframe> ¦ https://codepen.example/x/embed/y ¦ codepen.example",
                "<iframe src=//www.player.example/1 title='A film'></iframe> ¦ https://www.player.example/1 ¦ A film",
                "<iframe src=//www.player.example/1 title=' '></iframe> ¦ https://www.player.example/1 ¦ player.example",
                "<iframe src=/own.html></iframe> ¦ https://blog.example/own.html ¦ blog.example",
                "<iframe data-src=https://player.example/1 style='display:none'></iframe> ¦ https://player.example/1 ¦ player.example",
                "<embed src=https://player.example/1.swf> ¦ https://player.example/1.swf ¦ player.example",
                "<embed src=https://feedmill.invalid/files/a%20b/s%20t.mp3> ¦ https://feedmill.invalid/files/a%20b/s%20t.mp3 ¦ s t.mp3",
                "<object data=https://maps.example/1 aria-label='A map'></object> ¦ https://maps.example/1 ¦ A map",
                "<script src=https://gist.github.com/ann/123.js></script> ¦ https://gist.github.com/ann/123 ¦ gist.github.com",
                "<script id=c async src=https://casts.example/a/14.js></script> ¦ https://casts.example/a/14 ¦ casts.example",
                "<script src='https://charts.example/AbCdE/embed.js'></script> ¦ https://charts.example/AbCdE/embed.js ¦ charts.example",
                "<script class=speakerdeck-embed data-id=ab1 src=//speakerdeck.com/assets/embed.js></script> ¦ https://speakerdeck.com/player/ab1 ¦ speakerdeck.com",
                "<noscript><iframe src=https://player.example/1></iframe></noscript> ¦ https://player.example/1 ¦ player.example",
                "<iframe src=https://player.example/1></iframe><noscript><iframe src=https://player.example/1></iframe></noscript> ¦ https://player.example/1 ¦ player.example"
            })
    void an_embedded_page_of_any_host_is_a_link(String html, String url, String label) {
        assertThat(clean("<p>Before.</p>" + html))
                .isEqualTo("<p>Before.</p><p><a href=\"" + url + "\">" + label + "</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src=https://www.ads.example/1></iframe>",
                "<iframe src=about:blank></iframe>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe src=https://count.example/ height=0 width=0></iframe>",
                "<iframe src=https://count.example/ style='display:none;visibility:hidden'></iframe>",
                "<script src=https://cdn.example/jquery.min.js></script>",
                "<script src=https://platform.twitter.com/widgets.js></script>",
                "<script src=//www.instagram.com/embed.js></script>",
                "<script src=https://stats.example/count.js></script>",
                "<noscript>Please enable JavaScript to see the <a href=https://talk.example/>comments</a>.</noscript>"
            })
    void what_shows_nothing_leaves_nothing(String html) {
        assertThat(clean("<p>Before.</p>" + html)).isEqualTo("<p>Before.</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<script src=https://gist.github.com/ann/123.js></script><noscript><a href=https://gist.github.com/ann/123>Code</a></noscript> ¦ <a href=\"https://gist.github.com/ann/123\">Code</a>",
                "<noscript><p>Read <a href=/b>this</a></p></noscript> ¦ <p>Read <a href=\"https://blog.example/b\">this</a></p>",
                "<object type=image/png data=/x.png>A cat</object> ¦ <img src=\"https://blog.example/x.png\" alt=\"A cat\" referrerpolicy=\"no-referrer\">"
            })
    void what_stands_in_for_a_script_or_plug_in_is_shown_once(String html, String shown) {
        assertThat(clean(html)).isEqualTo(shown);
    }
}
