package dev.feedmill.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathsTest {
    private final CanonicalPaths spelling = new CanonicalPaths();

    CanonicalPathsTest() {
        List.of("/", "/feed.rss", "/categories", "/categories/*", "/.well-known/feeds")
                .forEach(spelling::add);
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss/, /feed.rss",
        "/%66eed.rss, /feed.rss",
        "/feed%2Erss, /feed.rss",
        "/feed%2erss/, /feed.rss",
        "/FEED.rss, /feed.rss",
        "/categories/, /categories",
        "/Categories, /categories",
        "/%63ategories/Plain.rss, /categories/Plain.rss",
        "/%63ategories/a%2Fb%C3%A9, /categories/a%2Fb%C3%A9",
        "/%2Ewell-known/feeds, /.well-known/feeds"
    })
    void another_spelling_of_a_path_leads_to_it(String path, String canonical) {
        assertThat(spelling.canonical(path)).isEqualTo(canonical);
        assertThat(spelling.canonical(canonical)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "///",
                "/feed.rss//",
                "/feed%2Frss",
                "/%zz",
                "/%",
                "/%6",
                "/nothing/",
                "/categories/a/",
                "/categories/A",
                "/%2566eed.rss",
                "/feed.rss/x",
                "//feed.rss"
            })
    void nothing_else_does(String path) {
        assertThat(spelling.canonical(path)).isNull();
    }

    @Test
    void the_name_of_a_folder_alone_is_no_path_below_it() {
        assertThat(spelling.canonical("/%63ategories/")).isEqualTo("/categories");
    }
}
