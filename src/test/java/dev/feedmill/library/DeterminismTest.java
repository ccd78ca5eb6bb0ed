package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.selection.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeterminismTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void libraries_made_from_the_same_folder_give_the_same_answers(Databases database) throws IOException {
        Folder one = filled("one", 1);
        Folder two = filled("two", 2);
        List<Object> answers = new ArrayList<>();
        for (Folder folder : List.of(one, two, one)) {
            clock.advance(java.time.Duration.ofDays(1));
            try (Library library = Library.open(database.fresh(), clock)) {
                Folder.scan(folder.path(), library, Folder.reader(), clock);
                answers.add(List.of(
                        library.terms().listed(),
                        library.terms().listed().stream()
                                .map(listing -> library.page(Selection.newest(listing.term(), 50)))
                                .toList()));
            }
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    /** The same files, made in an order that depends on the seed; each path is written once. */
    private Folder filled(String name, int seed) throws IOException {
        Folder folder = new Folder(Files.createDirectories(temp.resolve(name)));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(seed));
        for (int i : numbers) {
            String tags = "tags: [T" + i % 7 + ", t" + i % 5 + ", C" + "+#".charAt(i % 2) + "]\n";
            String more = tags + "categories: [K" + i % 3 + ", L" + i % 4 + "]\n" + (i % 9 == 0 ? "id: same\n" : "");
            folder.write(
                    "d" + i % 11 + "/post" + i % 50 + "-" + i / 50 % 2 + (i % 2 == 0 ? ".md" : ".txt"),
                    Folder.text("Title " + i / 100, more));
        }
        return folder;
    }
}
