package dev.feedmill.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static final List<String> SORTED = List.of(
            "A.txt",
            "a.md",
            "a/2.md",
            "a-02.txt",
            "a-2.md",
            "a-10.md",
            "a2.md",
            "a10.md",
            "a99999999999999999999998.md",
            "a99999999999999999999999.md",
            "b.md",
            "b/1.md",
            "二.md");

    @Test
    void numbers_in_paths_are_compared_by_value() {
        for (int seed = 0; seed < 50; seed++) {
            List<String> shuffled = new ArrayList<>(SORTED);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(NaturalOrder.OF_PATHS);
            assertThat(shuffled).isEqualTo(SORTED);
        }
    }

    @Test
    void the_order_is_consistent_for_any_paths() {
        Random random = new Random(1);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder path = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                path.append("aA-/.019é".charAt(random.nextInt(9)));
            }
            paths.add(path.toString());
        }
        for (String a : paths) {
            for (String b : paths) {
                int order = NaturalOrder.OF_PATHS.compare(a, b);
                assertThat(order == 0).isEqualTo(a.equals(b));
                assertThat(Integer.signum(NaturalOrder.OF_PATHS.compare(b, a))).isEqualTo(-Integer.signum(order));
                for (String c : paths) {
                    if (order < 0 && NaturalOrder.OF_PATHS.compare(b, c) < 0) {
                        assertThat(NaturalOrder.OF_PATHS.compare(a, c))
                                .as(a + " " + b + " " + c)
                                .isNegative();
                    }
                }
            }
        }
    }
}
