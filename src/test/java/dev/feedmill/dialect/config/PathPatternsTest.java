package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
