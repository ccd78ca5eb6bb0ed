package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node_modules/      | node_modules/a.md      | true",
                "node_modules/      | x/node_modules/b/a.md  | true",
                "node_modules/      | my_node_modules/a.md   | false",
                "_index.*           | posts/_index.fr.md     | true",
                "_index.*           | posts/my_index.md      | false",
                "*.sync-conflict-*  | a.sync-conflict-1.md   | true",
                "/drafts/*.md       | drafts/a.md            | true",
                "/drafts/*.md       | x/drafts/a.md          | false",
                "drafts/**/a.md     | drafts/a.md            | true",
                "drafts/**/a.md     | drafts/x/y/a.md        | true",
                "**/*.{txt,htm}     | a.htm                  | true",
                "**/*.{txt,htm}     | x/a.html               | false",
                "a?c.md             | x/abc.md               | true",
                "a+b.md             | a+b.md                 | true"
            })
    void a_glob_leaves_out_what_it_names(String glob, String path, boolean out) {
        assertThat(new PathPatterns(List.of(), List.of(glob)).allow(path)).isNotEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a{b        | /a{b   | true",
                "/a{b        | /ab    | false",
                "{*          | {x     | true",
                "{a{b,c}     | {ac    | true",
                "{a,{b,c}d}e | cde    | true",
                "{a,{b,c}d}e | cd     | false",
                "{a,}b       | b      | true",
                "a}b,c       | a}b,c  | true",
                "{}x         | x      | true",
                "?.md        | 😀.md  | true",
                "a/**        | a/b/c  | true",
                "*           | a/b    | false"
            })
    void every_text_is_a_glob_of_whole_paths(String glob, String path, boolean matches) {
        assertThat(Glob.orAll(glob, GlobSyntax.BRACES).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/**/**/**/**/**/**/x", "*a*a*a*a*a*a*a*a*a*b", "{*,a}{*,a}{*,a}{*,a}{*,a}{*,a}b"})
    void many_stars_are_tried_at_once(String glob) {
        assertThat(Glob.orAll(glob, GlobSyntax.BRACES).matches("x/".repeat(500) + "a".repeat(2000)))
                .isFalse();
        assertThat(Glob.orAll(glob, GlobSyntax.BRACES).matches("a".repeat(2000) + "b"))
                .isEqualTo(!glob.contains("/"));
    }

    @Test
    void a_brace_that_none_closes_is_no_setting() {
        assertThat(PathPatterns.isGlob("a{b")).isFalse();
        assertThat(PathPatterns.isGlob("a{b,c}")).isTrue();
    }
}
