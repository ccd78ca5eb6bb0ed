package dev.feedmill.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private final TextDecoder guessing = new TextDecoder(null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Big5         | 今天天氣很好，我們一起去公園散步，看到了很多花。",
                "Big5         | 繁體中文的部落格文章，寫於二十年前。",
                "GBK          | 今天天气很好，我们一起去公园散步。",
                "GBK          | 散步",
                "GB18030      | 𠮷野家的饭，今天天气很好",
                "Shift_JIS    | 今日はとても良い天気です。",
                "Shift_JIS    | カタカナのテスト",
                "EUC-JP       | 今日はとても良い天気です。",
                "EUC-KR       | 오늘은 날씨가 아주 좋습니다.",
                "ISO-8859-1   | Die Straße führt über die Brücke. Schöne Grüße aus München.",
                "ISO-8859-1   | Grüße",
                "ISO-8859-1   | Un café, s'il vous plaît. C'était très agréable, déjà.",
                "ISO-8859-1   | El año pasado, mañana, señor.",
                "ISO-8859-1   | Blåbærsyltetøy på brød, og så en øl til.",
                "windows-1252 | It’s “so” – and a café… costs 5 €.",
                "windows-1251 | Сегодня очень хорошая погода, мы гуляли в парке.",
                "KOI8-R       | Сегодня очень хорошая погода, мы гуляли в парке.",
            })
    void an_old_file_is_read_in_the_encoding_that_it_is_in(String encoding, String words) {
        String text = "---\ntitle: x\n---\n" + words + "\n";
        DecodedText decoded = guessing.decode(text.getBytes(Charset.forName(encoding)));
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(4);
            assertThat(fault.kind()).isEqualTo(Kind.ENCODING);
            assertThat(fault.message()).startsWith("the text must be UTF-8; it is read as ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big5", "Shift_JIS", "GBK"})
    void a_setting_says_what_no_guess_can(String encoding) {
        Charset charset = Charset.forName(encoding);
        TextDecoder decoder = new TextDecoder(charset);
        assertThat(decoder.decode("日本".getBytes(charset))).isEqualTo(new DecodedText("日本", List.of()));
        assertThat(decoder.decode("日本".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("日本");
    }

    @Test
    void a_byte_that_is_not_utf_8_within_a_text_that_is_does_not_spoil_it() {
        DecodedText decoded =
                guessing.decode(bytes("好的文章\n", StandardCharsets.UTF_8, "café", StandardCharsets.ISO_8859_1));
        assertThat(decoded.text()).isEqualTo("好的文章\ncafé");
        assertThat(decoded.faults())
                .containsExactly(new DecodedText.Fault(
                        2, Kind.ENCODING, "the text must be UTF-8; what is not is read as Windows-1252"));
    }

    @Test
    void bytes_outside_the_encoding_of_the_setting_are_reported_and_kept() {
        byte[] mixed = bytes("散步去\n", Charset.forName("Big5"), "\u00ff é", StandardCharsets.ISO_8859_1);
        DecodedText decoded = new TextDecoder(Charset.forName("Big5")).decode(mixed);
        assertThat(decoded.text()).isEqualTo("散步去\nÿ é");
        assertThat(decoded.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.message()).contains("UTF-8 or Big5");
        });
    }

    @Test
    void marks_of_byte_order_say_the_encoding() {
        assertThat(guessing.decode("\ufeff散步".getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("散步");
        assertThat(guessing.decode("\ufeff散步".getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("散步");
        assertThat(guessing.decode("散步".getBytes(StandardCharsets.UTF_16)).text())
                .isEqualTo("散步");
    }

    @Test
    void a_picture_is_no_text() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertThat(guessing.decode(noise).text()).isNull();
        for (int i = 0; i < noise.length; i++) {
            noise[i] |= noise[i] == 0 ? (byte) 1 : 0;
        }
        assertThat(guessing.decode(noise).text()).isNull();
    }

    private static byte[] bytes(String first, Charset charset, String second, Charset other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first.getBytes(charset));
        out.writeBytes(second.getBytes(other));
        return out.toByteArray();
    }
}
