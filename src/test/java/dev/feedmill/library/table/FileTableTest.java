package dev.feedmill.library.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileTableTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void the_files_below_a_folder_are_those_and_no_others(Databases databases) {
        String deep = "深/".repeat(98) + "tief";
        List<String> paths = List.of(
                "a.md",
                "a/b.md",
                "a/c/d.md",
                "a-b/c.md",
                "a/c-d.md",
                "ab/c.md",
                "A/c.md",
                "a0/c.md",
                deep + "/x.md",
                deep + "/y/z.md",
                deep + "/yy/z.md",
                deep + "0.md");
        MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
        try (Library library = Library.open(databases.fresh(), clock)) {
            library.database().write(handle -> {
                FileTable files = new FileTable(handle);
                paths.forEach(path ->
                        files.put(new FileRow(path, new FileStamp(1, 2, 3), "", FileOutcome.SKIPPED, null, List.of())));
                files.flush();
                return paths;
            });

            assertThat(below(library, "a")).containsExactlyInAnyOrder("a/b.md", "a/c/d.md", "a/c-d.md");
            assertThat(below(library, "a/c")).containsExactly("a/c/d.md");
            assertThat(below(library, "a/b.md")).isEmpty();
            assertThat(below(library, deep))
                    .containsExactlyInAnyOrder(deep + "/x.md", deep + "/y/z.md", deep + "/yy/z.md");
            assertThat(below(library, deep + "/y")).containsExactly(deep + "/y/z.md");
            assertThat(below(library, "深")).hasSize(4);
        }
    }

    private static List<String> below(Library library, String folder) {
        return library.files().pathsBelow(folder);
    }

    @Test
    void they_are_found_by_an_index() throws Exception {
        try (Library library =
                Library.open(temp.resolve("data").toString(), new MutableClock("2024-06-01T00:00:00Z"))) {
            String plan = library.database()
                    .read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + FileTable.BEGINNINGS
                                    + " >= 'a/' AND substr(path, 1, 200) < 'a0'")
                            .map((row, context) -> row.getString("detail"))
                            .one());
            assertThat(plan).contains("USING INDEX file_path").doesNotContain("SCAN");
        }
    }
}
