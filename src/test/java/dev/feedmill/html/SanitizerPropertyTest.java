package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.allowed.WebUrl;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SanitizerPropertyTest {
    private static final String BASE = "https://blog.example/2024/post/";
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    @Property(tries = 3000)
    void any_soup_of_tags_comes_out_harmless_and_stays_as_it_is(@ForAll("soup") String soup) {
        String clean = clean(soup);
        assertThat(Inspection.faults(clean)).as(clean).isEmpty();
        assertThat(clean(clean)).isEqualTo(clean);
    }

    @Property(tries = 1500)
    void code_links_and_wrappers_in_each_other_come_to_rest(@ForAll("nested") String soup) {
        String clean = clean(soup);
        assertThat(clean(clean)).isEqualTo(clean);
    }

    @Property(tries = 500)
    void any_text_at_all_comes_out_harmless(@ForAll String text) {
        String clean = clean(text);
        assertThat(Inspection.faults(clean)).as(clean).isEmpty();
        assertThat(clean(clean)).isEqualTo(clean);
    }

    @Property(tries = 1000)
    void code_keeps_all_white_space(@ForAll("code") String code) {
        String html = "<pre><code>" + code + "</code></pre>";
        assertThat(clean("<p>x</p>" + html)).isEqualTo("<p>x</p>" + html);
    }

    @Property(tries = 2000)
    void a_url_is_refused_or_valid_and_comes_to_rest(@ForAll("urls") String url) {
        String clean = WebUrl.link(BASE, url);
        if (clean != null) {
            assertThat(java.net.URI.create(clean).isAbsolute()).isTrue();
            assertThat(WebUrl.link(BASE, clean)).isEqualTo(clean);
        }
    }

    private String clean(String html) {
        return ((Sanitized.Clean) sanitizer.sanitize(html, BASE)).html().stored();
    }

    @Provide
    Arbitrary<String> soup() {
        Arbitrary<String> names = Arbitraries.of(
                ("p div span a b i em table tr td th tbody caption ul ol li dl dt dd pre code img br hr h1 h2 blockquote"
                                + " figure figcaption picture source video audio track details summary ruby rt rp svg math mi"
                                + " mtext mglyph annotation-xml foreignObject desc title style script noscript template select"
                                + " option optgroup textarea button form input label iframe object embed param frameset frame"
                                + " html head body xmp plaintext listing noembed font center nobr marquee image colgroup col"
                                + " a-b tt:x command applet main section")
                        .split(" ", -1));
        Arbitrary<String> attributes = Arbitraries.of(
                "",
                " href='x'",
                " href='#x' id='y'",
                " href=javascript:1",
                " src=a.png",
                " src='//h/ü v'",
                " srcset='a 1x, b,c 2x,'",
                " data-src=b.png",
                " onclick=x",
                " style=x",
                " class='language-c lazy'",
                " title='<b>&quot;'",
                " id=x",
                " width=1 height=1",
                " type=checkbox checked",
                " hidden",
                " lang=zh",
                " align=center",
                " src=https://youtube.com/embed/x",
                " src=data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==");
        Arbitrary<String> texts = Arbitraries.of(
                "x",
                " ",
                "\n",
                "\n\n",
                "&nbsp;",
                "　",
                "漢字",
                "&lt;",
                "&#8;",
                "\b",
                "\uD800",
                "<",
                "&",
                "<!-- <p>x -->",
                "<!--",
                "-->",
                "<![CDATA[x]]>",
                "</",
                "\r\n",
                "&#xFFFE;",
                "\u200b",
                "😀");
        return Arbitraries.oneOf(
                        names.flatMap(name -> attributes.map(attribute -> "<" + name + attribute + ">")),
                        names.map(name -> "</" + name + ">"),
                        texts)
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> nested() {
        Arbitrary<String> names = Arbitraries.of(
                ("pre code p a a a br table tr td div span li ul dl dt h2 figure figcaption details summary"
                                + " textarea xmp noscript img video source b em form caption ruby rt")
                        .split(" ", -1));
        Arbitrary<String> attributes = Arbitraries.of(
                "",
                "",
                "",
                " href='#x' id=y",
                " href=x",
                " class='language-c headerlink'",
                " style=display:block",
                " lang=c",
                " data-lang=c",
                " src=a.png",
                " hidden",
                " id=q",
                " class='gutter lineno'",
                " style='width:10px;height:0'");
        Arbitrary<String> texts = Arbitraries.of("x", " ", "\n", "1", "#", "&nbsp;");
        return Arbitraries.oneOf(
                        names.flatMap(name -> attributes.map(attribute -> "<" + name + attribute + ">")),
                        names.map(name -> "</" + name + ">"),
                        texts)
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> code() {
        return Arbitraries.of("a", " ", "\t", "\n", "\n\n", "　", "&lt;", "{{ x }}", "]]&gt;")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.of(
                        "http:",
                        "https:",
                        "HTTP://",
                        "//",
                        "/",
                        "\\",
                        "..",
                        ".",
                        "?",
                        "#",
                        "%",
                        "%2",
                        "%20",
                        "%zz",
                        "a",
                        "ü",
                        "中文",
                        "。",
                        " ",
                        "\t",
                        "\n",
                        ":",
                        "@",
                        "[",
                        "]",
                        "::1",
                        ":80",
                        ":99999",
                        "|",
                        "{",
                        "'",
                        "\"",
                        "<",
                        "^",
                        "javascript:",
                        "mailto:",
                        "data:",
                        "x.example",
                        "www.",
                        "\uD83D",
                        "😀",
                        "\u200b",
                        ",",
                        "&amp;",
                        "xn--",
                        "-",
                        "_",
                        "\u0000",
                        "\u007f")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
