package dev.feedmill.library.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ColumnCodecTest {
    @Property(tries = 200)
    void texts_come_back_as_they_went(@ForAll List<@CharRange(from = ' ', to = '\ud7ff') String> texts) {
        assertThat(ColumnCodec.texts(ColumnCodec.texts(texts))).isEqualTo(texts);
    }

    @Property(tries = 200)
    void paths_come_back_as_they_went(
            @ForAll @Size(max = 4)
                    List<@Size(min = 1, max = 4) List<@NotEmpty @CharRange(from = ' ', to = '~') String>> names) {
        List<CategoryPath> paths = names.stream().map(CategoryPath::new).toList();
        assertThat(ColumnCodec.paths(ColumnCodec.paths(paths))).isEqualTo(paths);
    }

    @Test
    void the_ends_themselves_cannot_be_in_a_text() {
        assertThat(ColumnCodec.texts(ColumnCodec.texts(List.of("a\u001fb", "\u001e", ""))))
                .containsExactly("a\ufffdb", "\ufffd", "");
    }

    @Test
    void problems_come_back_with_their_places() {
        List<Problem> problems = List.of(
                new Problem(new Location("a.md", 3), Problem.Kind.DATE, "one\ntwo"),
                new Problem(new Location("a.md", 0), Problem.Kind.TITLE, ""));
        assertThat(ColumnCodec.problems("a.md", ColumnCodec.problems(problems))).isEqualTo(problems);
    }

    @Test
    void numbers_come_back() {
        assertThat(ColumnCodec.numbers(ColumnCodec.numbers(List.of(0L, Long.MAX_VALUE))))
                .containsExactly(0L, Long.MAX_VALUE);
        assertThat(ColumnCodec.numbers("")).isEmpty();
    }
}
