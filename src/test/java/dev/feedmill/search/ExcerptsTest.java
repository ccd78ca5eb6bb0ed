package dev.feedmill.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptsTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cat | The CAT, a cat. | The [CAT], a [cat].",
                "cafe | Le café | Le [café]",
                "国语 | 臺灣國語。 | 臺灣[國語]。",
                "国 | 國語國 | [國]語[國]",
                "black cat OR dog | A black cat, dog | A [black] [cat], [dog]",
                "'\"black cat\"' | black dog, black cat | black dog, [black cat]",
                "prog* | A program | A [program]",
                "天气 -cat | 南昌天气 cat | 南昌[天气] cat",
                "南昌天 昌天气 | 在南昌天气好 | 在[南昌天气]好",
            })
    void what_is_found_is_marked(String typed, String text, String shown) {
        assertThat(shown(excerpts(typed).title(text))).isEqualTo(shown);
        assertThat(shown(excerpts(typed).body(text, 100))).isEqualTo(shown);
    }

    @Test
    void a_body_is_shown_where_it_says_the_most() {
        String text = "one cat here. " + "filler words ".repeat(50) + "then cat and dog meet. " + "more ".repeat(80);
        String shown = shown(excerpts("cat dog").body(text, 80));
        assertThat(shown).startsWith("…").endsWith("…").contains("[cat] and [dog] meet");
        assertThat(shown).hasSizeLessThan(130);
    }

    @Test
    void a_body_that_says_nothing_of_it_is_shown_from_its_beginning() {
        assertThat(shown(excerpts("cat").body("It begins so. " + "and on ".repeat(50), 40)))
                .startsWith("It begins so.")
                .endsWith("…");
    }

    @Test
    void what_is_looked_for_in_titles_is_not_marked_in_bodies() {
        Excerpts excerpts = new Excerpts(Objects.requireNonNull(TextQuery.read("cat", true)));
        assertThat(shown(excerpts.title("cat"))).isEqualTo("[cat]");
        assertThat(shown(excerpts.body("cat", 100))).isEqualTo("cat");
    }

    @Property
    void the_pieces_of_a_title_are_the_title(@ForAll String typed, @ForAll String title) {
        TextQuery query = TextQuery.read(typed + " a", false);
        String pieces = new Excerpts(Objects.requireNonNull(query))
                .title(title).pieces().stream().map(Excerpt.Piece::text).collect(Collectors.joining());
        assertThat(pieces).isEqualTo(Tokenizer.normal(title));
    }

    private static Excerpts excerpts(String typed) {
        return new Excerpts(Objects.requireNonNull(TextQuery.read(typed, false)));
    }

    private static String shown(Excerpt excerpt) {
        return excerpt.pieces().stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
