package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code keeps its lines and its language, whichever highlighter wrote it. Line ends are written {@code |}. */
class CodeBlockTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<pre><code>a</code><code>b</code></pre> ¦ <pre><code>a|b</code></pre>",
                "<pre><code>a|</code><code>b</code></pre> ¦ <pre><code>a|b</code></pre>",
                "<pre><span style='display:block'>a</span><span style='display: block'>b</span></pre> ¦ <pre>a|b</pre>",
                "<pre><code><div>a</div><div>b</div></code></pre> ¦ <pre><code>a|b</code></pre>",
                "<pre>see <code>a</code> and <code>b</code></pre> ¦ <pre>see <code>a</code> and <code>b</code></pre>",
                "<figure class='highlight java'><table><tr><td class=gutter><pre><span class=line>1</span><br></pre></td><td class=code><pre><span class=line>a</span><br></pre></td></tr></table></figure> ¦ <figure><pre><code class='language-java'>a<br></code></pre></figure>",
                "<div class='language-ruby highlighter-rouge'><div class=highlight><pre class=highlight><code>a</code></pre></div></div> ¦ <pre><code class='language-ruby'>a</code></pre>",
                "<div class='highlight highlight-source-shell'><pre>a</pre></div> ¦ <pre><code class='language-shell'>a</code></pre>",
                "<div class=highlight><pre class=chroma><code class=language-go data-lang=go><span class=lnt>1|</span>a</code></pre></div> ¦ <pre><code class='language-go'>a</code></pre>",
                "<pre class='brush: php; gutter: true'>a</pre> ¦ <pre><code class='language-php'>a</code></pre>",
                "<table><tr><th>a</th><td><pre>b</pre></td></tr></table> ¦ <table><tbody><tr><th>a</th><td><pre>b</pre></td></tr></tbody></table>"
            })
    void lines_and_language_are_kept(String html, String shown) {
        Sanitized.Clean clean = (Sanitized.Clean) sanitizer.sanitize(html.replace('|', '\n'), "");
        assertThat(clean.html().stored().replace('\n', '|')).isEqualTo(shown.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><pre><code><p><p><p><p><p><p><p><p><p><p><a></br>",
                "<a><pre><code>x<p><a>y</br>",
                "<h2>x<a href='#x' id='x'><img></a></h2>"
            })
    void what_is_clean_stays_as_it_is(String html) {
        String clean = clean(html);
        assertThat(clean(clean)).isEqualTo(clean);
    }

    private String clean(String html) {
        return ((Sanitized.Clean) sanitizer.sanitize(html, "https://blog.example/p/"))
                .html()
                .stored();
    }
}
