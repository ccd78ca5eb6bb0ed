package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_note_without_a_title_has_none_where_the_format_allows_it() {
        Page page = Samples.page(untitled("A short note.", "<p>A short note.</p>"));
        assertThat(Json.items(renderer.render(Format.JSON, Term.EVERYTHING, page))
                        .get(0))
                .doesNotContainKey("title");
        assertThat(title(Format.RSS, page)).isNull();
        assertThat(title(Format.ATOM, page)).isEqualTo("A short note.");
    }

    @Test
    void a_note_of_a_picture_alone_has_its_day_for_a_title() {
        Page page = Samples.page(untitled("", "<img src=\"https://feeds.example/a.png\" alt=\"\">"));
        assertThat(title(Format.RSS, page)).isEqualTo("2024-05-01");
        assertThat(title(Format.ATOM, page)).isEqualTo("2024-05-01");
    }

    private @Nullable String title(Format format, Page page) {
        return ReadBack.syndicated(renderer.render(format, Term.EVERYTHING, page))
                .getEntries()
                .get(0)
                .getTitle();
    }

    private static Article untitled(String summary, String html) {
        return Samples.article("", html, summary, List.of(), List.of(), List.of(), null, null, null);
    }
}
