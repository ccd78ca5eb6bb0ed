package dev.feedmill.html.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Rules;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.markup.Markup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleRemoverTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "Fog on the Thames ¦ <h1>Fog on the Thames</h1><p>a</p> ¦ <p>a</p>",
                "Fog: on the “Thames” ¦ <h2 id=x> fog on <em>the</em>  Thames!</h2><p>a</p> ¦ <p>a</p>",
                "Java 容器简介（一） ¦ <h1>Java容器简介(一)</h1><p>a</p> ¦ <p>a</p>",
                "Use <code>x</code> ¦ <h1>Use <code>x</code></h1><p>a</p> ¦ <p>a</p>",
                "??? ¦ <h1>???</h1><p>a</p> ¦ <p>a</p>",
                "A ¦ <div><header><h1>A<a href=#a>¶</a></h1></header><p>a</p></div> ¦ <p>a</p>",
                "A ¦ <p></p><!-- x --><a name=top></a><h1>A</h1><img src=https://a.example/b.png> ¦ <img src='https://a.example/b.png' referrerpolicy='no-referrer'>",
                "A ¦ <h1>A</h1><h1>A</h1><p>a</p> ¦ <h1>A</h1><p>a</p>",
                "A ¦ <h1 id=a>A</h1><p><a href=#a>A</a> <a href=#b>B</a></p><h2 id=b>B</h2> ¦ <p>A <a href='https://page.feedmill.invalid/#user-content-b'>B</a></p><h2 id='user-content-b'>B</h2>",
                "A ¦ <h1>A</h1> ¦ <h1>A</h1>",
                "A ¦ <h1>A</h1><svg><circle></circle></svg> ¦ <h1>A</h1>",
                "A ¦ <title>A</title><h1>A</h1><p>a</p> ¦ <p>a</p>",
                "A ¦ <h1><a href=https://b.example/>A</a></h1><p>a</p> ¦ <h1><a href='https://b.example/'>A</a></h1><p>a</p>",
                "A ¦ <h1><img src=https://a.example/b.png>A</h1><p>a</p> ¦ <h1><img src='https://a.example/b.png' referrerpolicy='no-referrer'>A</h1><p>a</p>",
                "Java 1.1 ¦ <h1>Java 11</h1><p>a</p> ¦ <h1>Java 11</h1><p>a</p>",
                "Java 1.1 ¦ <h1>java 1.1!</h1><p>a</p> ¦ <p>a</p>",
                "A ¦ <p>a</p><h1>A</h1> ¦ <p>a</p><h1>A</h1>",
                "A ¦ <blockquote><h1>A</h1></blockquote><p>a</p> ¦ <blockquote><h1>A</h1></blockquote><p>a</p>",
                "A ¦ <hr><h1>A</h1><p>a</p> ¦ <hr><h1>A</h1><p>a</p>",
                "C++ ¦ <h1>C#</h1><p>a</p> ¦ <h1>C#</h1><p>a</p>",
                "Part 1 ¦ <h1>Part 2</h1><p>a</p> ¦ <h1>Part 2</h1><p>a</p>",
            })
    void a_heading_that_begins_the_body_and_equals_the_title_is_left_out(String title, String html, String clean) {
        Sanitized sanitized = sanitizer.sanitize(Markup.written(html), LinkBase.of("https://a.example/"), title);
        assertThat(((Sanitized.Clean) sanitized).html().stored()).isEqualTo(clean.replace('\'', '"'));
    }
}
