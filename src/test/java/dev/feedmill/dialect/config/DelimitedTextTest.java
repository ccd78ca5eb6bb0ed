package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedTextTest {
    @Test
    void quoted_cells_hold_separators_quotes_and_line_ends() {
        assertThat(DelimitedText.rows("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\n\nlast,\n", ','))
                .containsExactly(List.of("a", "b"), List.of("x, \"y\"", "1\n2"), List.of("last", ""));
    }

    @Test
    void a_table_without_a_final_line_end_has_all_of_its_rows() {
        assertThat(DelimitedText.rows("a\tb\n1\t2", '\t')).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }
}
