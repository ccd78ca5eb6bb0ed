package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures, players and wrappers as generators really write them. */
class RepairTest {
    private static final String BASE = "https://blog.example/2024/post/";
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    private Sanitized.Clean result(String html) {
        return (Sanitized.Clean) sanitizer.sanitize(html, BASE);
    }

    private String clean(String html) {
        return result(html).html().stored();
    }

    /** The base is written {@code @} and the enforced policy {@code !}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "<img class=lazy data-src=a.png src=x.gif><noscript><img src=a.png></noscript> ¦ <img src='@a.png' !>",
                "<img class=lazy src=data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7><noscript><img src=a.png></noscript> ¦ <img src='@a.png' !>",
                "<noscript><img src=a.png></noscript><img data-lazy-src=a-300.png> ¦ <img src='@a-300.png' !>",
                "<p><img data-original=a.png></p><p>b<noscript><img src=a.png></noscript></p> ¦ <p><img src='@a.png' !></p><p>b</p>",
                "<noscript><img src=a.png></noscript> ¦ <img src='@a.png' !>",
                "a<noscript>Please enable JavaScript</noscript> ¦ a",
                "<img data-srcset='a.png 1x, b.png 2x'> ¦ <img srcset='@a.png 1x, @b.png 2x' src='@b.png' !>",
                "<img src=a.png srcset='a,b.png 1x, data:image/png;base64,AAAA 2x, c.png oops, d.png 10w 5h'> ¦ <img src='@a.png' srcset='@a,b.png 1x, @d.png 10w' !>",
                "<img src=a.png width=1 height=1>b ¦ b",
                "<img src=a.png width=100px height=50%> ¦ <img src='@a.png' width='100' height='50%' !>",
                "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA AAAFCAYAAACNbyblAAAA'> ¦ <img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA' !>",
                "<img src='data:image/svg+xml;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA'>b ¦ b",
                "<picture><source srcset=a.webp type=image/webp><img src=a.png></picture> ¦ <picture><source srcset='@a.webp' type='image/webp'><img src='@a.png' !></picture>",
                "<picture><source srcset=a.webp></picture>b ¦ b",
                "<p><img src='' alt='A <b>hill</b>'></p> ¦ <p>A &lt;b&gt;hill&lt;/b&gt;</p>",
                "<p>a <img src='javascript:1' alt=''></p> ¦ <p>a </p>",
                "<video src=a.mp4 autoplay poster=p.png></video> ¦ <video src='@a.mp4' poster='@p.png' controls=''></video>",
                "<video><source src=a.mp4><track src=t.vtt kind=captions>old</video> ¦ <video controls=''><source src='@a.mp4'><track src='@t.vtt' kind='captions'>old</video>",
                "<video><source src=javascript:1>text</video> ¦ text",
                "<p><img src=a.mp3 alt='A song' srcset='a.png 2x'></p> ¦ <p><audio src='@a.mp3' controls=''>A song</audio></p>",
                "<img src='f.MP4?x=1#t=2' width=320 onerror=x> ¦ <video src='@f.MP4?x=1#t=2' width='320' controls=''></video>",
                "<picture><source srcset=a.webp><img src=a.mp3></picture>b ¦ <picture><source srcset='@a.webp'><img src='@a.mp3' !></picture>b",
                "<p><iframe data-src=//player.bilibili.com/player.html?bvid=1></iframe></p> ¦ <p><a href='https://player.bilibili.com/player.html?bvid=1'>player.bilibili.com</a></p>",
                "<object><param name=movie value=https://player.youku.com/x><embed src=https://player.youku.com/x></object> ¦ <p><a href='https://player.youku.com/x'>player.youku.com</a></p>",
                "<object data=javascript:1><p>instead</p></object> ¦ <p>instead</p>",
                "<iframe src=https://www.ads.example/x></iframe>a ¦ a",
                "<ul><li><input type=checkbox disabled> a</li><li><label><input type=checkbox checked>b</label></li></ul> ¦ <ul><li>☐ a</li><li>☑ b</li></ul>",
                "<math><mi>E</mi><annotation encoding=application/x-tex>E=mc^2</annotation></math> ¦ <code class='language-tex'>E=mc^2</code>",
                "<div><span>a</span><div><span><b></b></span></div></div> ¦ <div>a</div>",
                "<div class=w><img src=a.png></div><div>b</div> ¦ <div><img src='@a.png' !></div><div>b</div>",
                "<center>a</center><font color=red>b</font> ¦ <div>a</div>b",
                "<table><tr><td></td><td>a</td></tr></table> ¦ <table><tbody><tr><td></td><td>a</td></tr></tbody></table>",
                "<code class='hljs lang-c++ x'>a</code><p class=intro id=a>b</p> ¦ <code class='language-c++'>a</code><p>b</p>",
                "<a name=x></a><a href='#fn1' id=r1>1</a> ¦ <a href='@#fn1'>1</a>",
                "<xmp><b>code</b></xmp> ¦ <pre>&lt;b&gt;code&lt;/b&gt;</pre>",
                "<html><head><title>t</title><style>x</style></head><body onload=x><p>a</p></body></html> ¦ <p>a</p>",
                "<p hidden>a</p>b ¦ b"
            })
    void comes_out_as_a_reader_can_show_it(String html, String expected) {
        String policy = "referrerpolicy=\"no-referrer\"";
        assertThat(clean(html))
                .isEqualTo(expected.replace('\'', '"').replace("@", BASE).replace("!", policy));
    }

    @Test
    void the_first_picture_is_one_on_the_web() {
        String inline = "<img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAA'>";
        assertThat(result(inline + "<img src=a.png><img src=b.png>").firstImage())
                .isEqualTo(BASE + "a.png");
        assertThat(result("<p>a</p>").firstImage()).isNull();
    }

    @Test
    void white_space_between_blocks_shrinks_but_not_in_code_or_paragraphs() {
        assertThat(clean("<p>　　a</p>\n\n \n<!-- x -->\n<p>b</p>")).isEqualTo("<p>　　a</p>\n<p>b</p>");
        assertThat(clean("a<code>   </code>b")).isEqualTo("a<code>   </code>b");
        assertThat(clean("<pre>\n\n a\r\n\tb \n</pre>")).isEqualTo("<pre>\n\n a\n\tb \n</pre>");
    }

    @Test
    void no_named_entity_but_those_of_xml_is_written() {
        assertThat(clean("<p title='&copy;&nbsp;\"'>&hellip;&nbsp;&lt;&amp;</p>"))
                .isEqualTo("<p title=\"©&#xa0;&quot;\">…&#xa0;&lt;&amp;</p>");
    }
}
