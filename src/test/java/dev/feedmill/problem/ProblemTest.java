package dev.feedmill.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Problem.Kind;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void no_value_and_no_file_name_can_write_to_a_terminal_or_forge_a_line() {
        Problem problem = new Problem(
                new Location("a\nb.md:1: c\u001b[2J", 3),
                Kind.VALUE,
                "'x' must be a, not 'b\u0007\r\nc.md:1: d\u0085\u202e'");
        assertThat(problem.toString())
                .isEqualTo(
                        "a\\u000ab.md:1: c\\u001b[2J:3: 'x' must be a, not 'b\\u0007\\u000d\\u000ac.md:1: d\\u0085\\u202e'");
        assertThat(problem.location().file()).isEqualTo("a\nb.md:1: c\u001b[2J");
    }

    @Test
    void long_values_are_cut_and_what_was_done_is_still_said() {
        String message = new Problem(
                        Location.of("a.md"),
                        Kind.VALUE,
                        "'x' must be a, not '" + "😀".repeat(10_000) + "'; it is left out")
                .shortened(120)
                .message();
        assertThat(message.codePointCount(0, message.length())).isEqualTo(120);
        assertThat(new Problem(Location.of("a.md"), Kind.VALUE, message)
                        .shortened(120)
                        .message())
                .isEqualTo(message);
        assertThat(message).startsWith("'x' must be a, not '😀").endsWith("'; it is left out");
    }

    @Test
    void usual_text_stays_as_it_is() {
        assertThat(new Problem(new Location("金融/é.md", 1), Kind.DATE, "'date' must be a date, not '漢 👩‍👩‍👧'")
                        .toString())
                .isEqualTo("金融/é.md:1: 'date' must be a date, not '漢 👩‍👩‍👧'");
    }
}
