package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTextTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    private String lead(String html) {
        return ((Sanitized.Clean) sanitizer.sanitize(html, "https://a.example/")).lead();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "<h2>Introduction</h2><p>In April we posted <b>this</b>.</p><h2>Next</h2><p>In May the next one.</p> ¦ In April we posted this. In May the next one.",
                "<p>Getting it is as easy as:</p><pre><code>rustup update stable</code></pre><p>It runs faster now.</p> ¦ It runs faster now.",
                "<table><tr><th>Size<td>a b c d e f g h i</table><p>What the table says.</p> ¦ What the table says.",
                "<p>The coloring problem<sup id=r><a href=#n>1</a></sup> has an answer<a class=footnote-ref href=#m>*</a>.</p><section class=footnotes><ol><li id=n>A note that is long enough.</ol></section> ¦ The coloring problem has an answer.",
                "<p>The coloring problem[^color] is old.</p><p>[^color]: It is about maps of course.</p> ¦ The coloring problem is old.",
                "<figure><img src=a.png><figcaption>The river at six in the morning of May.</figcaption></figure><p>It was cold.</p> ¦ It was cold.",
                "<ul><li><a href=#a>The first of the parts, it is long</a><li><a href=#b>The second one of the parts</a></ul><p>It was cold.</p> ¦ It was cold.",
                "<div class=toc><p>What there is to be read on this page.</p></div><nav>All of the pages of this site.</nav><p>It was cold.</p> ¦ It was cold.",
                "<p><a href=/d>Download the newest version of it now, for free.</a></p><button>Subscribe to the letter, it comes each week.</button><p>It was cold.</p> ¦ It was cold.",
                "<p>By Ann Lee</p><p>2024-05-01</p><p>It was cold.</p><p>Share</p><p>It was late.</p> ¦ It was cold. It was late.",
                "<p>Will it ever support X, you ask?</p><p>No.</p><p>Here is why.</p> ¦ Will it ever support X, you ask? No. Here is why.",
                "<p>我辞职了。</p><p>今天很开心。</p> ¦ 我辞职了。 今天很开心。",
                "<p>Neither <code>[^0-9]: x</code> nor <code>[^a]</code> matches a digit.</p> ¦ Neither [^0-9]: x nor [^a] matches a digit.",
                "<h1>目录</h1><p>张三</p><p>这是第一段正文。</p> ¦ 这是第一段正文。",
                "Words without any paragraph, one<br>and two.<div>And the second one.</div> ¦ Words without any paragraph, one and two. And the second one.",
                "<a name=x>The whole is in an anchor that nobody closed. ¦ The whole is in an anchor that nobody closed.",
                "<h2>Changes</h2><ul><li>Faster start<li>Fewer faults</ul><pre>x</pre> ¦ Faster start Fewer faults",
                "<table><tr><td>All of the article in a table.</table><h2>x</h2> ¦ All of the article in a table.",
                "<h2>Only</h2><pre>code</pre> ¦ Only code",
                "<p><a href=/d>Only a link</a></p> ¦ Only a link",
            })
    void the_beginning_of_an_article_is_its_first_paragraphs(String html, String lead) {
        assertThat(lead(html)).isEqualTo(lead);
    }

    @Test
    void a_paragraph_far_behind_other_text_is_no_beginning() {
        assertThat(lead("<ul>" + "<li>one of the changes".repeat(300) + "</ul><p>Thanks for reading this.</p>"))
                .startsWith("one of the changes one of");
    }
}
