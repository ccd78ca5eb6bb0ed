package dev.feedmill.html.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class XmlTextTest {
    @Test
    void controls_above_ascii_are_what_windows_meant_by_them() {
        assertThat(XmlText.clean("\u0093plum\u0094 \u0096 \u0080 \u0085\u007f\u0081"))
                .isEqualTo("“plum” – € …");
    }

    @Test
    void controls_go_and_what_was_lost_is_marked() {
        assertThat(XmlText.clean("a\u0000\b\u001Bb\tc\r\nd\re\n")).isEqualTo("ab\tc\nd\ne\n");
        assertThat(XmlText.clean("\uD83Da\uDE00\uFFFE\uFFFF")).isEqualTo("\uFFFDa\uFFFD\uFFFD\uFFFD");
        assertThat(XmlText.clean("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void good_text_is_not_copied() {
        String text = "漢字 😀\n\t";
        assertThat(XmlText.clean(text)).isSameAs(text);
    }

    @Property
    void every_code_point_that_remains_is_one_of_xml(@ForAll String text) {
        assertThat(XmlText.clean(text).codePoints())
                .allMatch(c ->
                        c == 9 || c == 10 || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF);
    }
}
