package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TitlesTest {
    private final Samples.Renderer renderer = Samples.renderer(Samples.SITE);

    @ParameterizedTest
    @CsvSource({"CATEGORY, 磨坊 Mill › Java", "TAG, 磨坊 Mill › #Java", "AUTHOR, 磨坊 Mill › by Java"})
    void a_category_a_tag_and_an_author_of_one_name_have_feeds_of_different_titles(Term.Kind kind, String title) {
        Term term = new Term(1, kind, List.of("Java"), List.of("Java"));
        for (Format format : List.of(Format.RSS, Format.ATOM)) {
            Document document = renderer.render(format, term, Samples.page());
            assertThat(ReadBack.syndicated(document).getTitle()).isEqualTo(title);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_has_the_title_of_the_site(Format format) {
        Document document = renderer.render(format, Term.EVERYTHING, Samples.page());
        String title = format == Format.JSON
                ? String.valueOf(Json.read(document).get("title"))
                : ReadBack.syndicated(document).getTitle();
        assertThat(title).isEqualTo("磨坊 Mill");
    }
}
