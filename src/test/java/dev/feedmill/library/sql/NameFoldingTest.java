package dev.feedmill.library.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NameFoldingTest {
    @Test
    void case_and_composition_do_not_count_and_width_does() {
        assertThat(NameFolding.fold("STRASSE É")).isEqualTo(NameFolding.fold("straße e\u0301"));
        assertThat(NameFolding.fold("－")).isNotEqualTo(NameFolding.fold("-"));
    }

    @Property(tries = 300)
    void folded_names_are_bounded(@ForAll String name) {
        String folded = NameFolding.fold(name.repeat(50));
        assertThat(folded.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000);
    }
}
