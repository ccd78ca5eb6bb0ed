package dev.feedmill.html.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Rules;
import dev.feedmill.html.Sanitized;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<3 Deno ¦ <3 Deno",
                "A & B ¦ A & B",
                "A &amp; B ¦ A & B",
                "&amp;lt;b&amp;gt; ¦ &lt;b&gt;",
                "The &lt;canvas&gt; element ¦ The <canvas> element",
                "The <canvas> element ¦ The <canvas> element",
                "AT&T &copyright &#123;x&#125; &#x1F600; &nosuch; ¦ AT&T &copyright {x} 😀 &nosuch;",
                "a&nbsp;  b　　c ¦ a b c",
                "&#0;&#xD800;a ¦ ��a",
            })
    void a_title_is_decoded_once(String written, String expected) {
        assertThat(PlainText.of(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "40 ¦ One sentence is here. Another one follows it now. ¦ One sentence is here. Another one…",
                "34 ¦ One sentence is in here, you see. Another one. ¦ One sentence is in here, you see.…",
                "20 ¦ Supercalifragilisticexpialidocious word ¦ Supercalifragilisti…",
                "12 ¦ 南昌扩大朋友圈。跨省通办开启新格局。 ¦ 南昌扩大朋友圈。…",
                "12 ¦ 南昌扩大朋友圈，跨省通办开启新格局 ¦ 南昌扩大朋友圈，跨省通…",
                "5 ¦ 12345 ¦ 12345",
                "3 ¦ 👨‍👩‍👧👨‍👩‍👧 ¦ …",
                "4 ¦ ab😀😀😀 ¦ ab😀…",
                "3 ¦ abé́ x ¦ ab…",
            })
    void a_summary_ends_where_a_person_would_end_it(int most, String text, String expected) {
        assertThat(PlainText.cut(text, most)).isEqualTo(expected);
    }

    @Test
    void the_text_of_a_body_leaves_out_readings_and_holds_blocks_apart() {
        String html = "<h2>A</h2><p>b<br>c</p><table><tr><td>1<td>2</table><ruby>漢<rt>kan</rt></ruby>字&lt;";
        assertThat(new HtmlSanitizer(Rules.DEFAULT).sanitize(html, "https://a.example/"))
                .isInstanceOfSatisfying(
                        Sanitized.Clean.class, clean -> assertThat(clean.text()).isEqualTo("A b c 1 2 漢字<"));
    }

    @Property
    void a_cut_is_short_enough_and_never_within_a_character(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        String cut = PlainText.cut(text, most);
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(most);
        if (!cut.equals(text)) {
            String kept = cut.substring(0, cut.length() - 1);
            assertThat(text).startsWith(kept);
            List<Integer> ends = new ArrayList<>(List.of(0));
            Pattern.compile("\\X").matcher(text).results().forEach(match -> ends.add(match.end()));
            assertThat(ends).contains(kept.length());
        }
    }
}
