package dev.feedmill.dialect.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameDateTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-02-walk, walk",
        "posts/2024-1-2_walk.md, posts/walk.md",
        "2024-01-02-10-20-30-walk, walk",
        "2024-01-02, 2024-01-02",
        "2024-01-02-x/walk.md, 2024-01-02-x/walk.md",
        "20240102-walk, 20240102-walk"
    })
    void a_date_before_the_last_name_is_cut_off(String path, String rest) {
        assertThat(FileNameDate.without(path)).isEqualTo(rest);
    }
}
