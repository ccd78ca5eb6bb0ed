package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Articles with the same publication time. */
class SameTimeTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void are_in_the_order_of_their_numbers_and_later_ones_come_first(Databases database) {
        Folder folder = new Folder(temp);
        for (int i = 1; i <= 12; i++) {
            write(folder, "post-" + i);
        }
        String where = database.fresh();
        List<String> sorted = new ArrayList<>();
        for (int i = 12; i >= 1; i--) {
            sorted.add("post-" + i);
        }
        try (Library library = Library.open(where, clock)) {
            scan(folder, library);
            assertThat(titles(library)).isEqualTo(sorted);
            write(folder, "a-late-one");
            scan(folder, library);
        }
        sorted.add(0, "a-late-one");
        folder.move("post-3.md", "zzz.md");
        folder.write("post-5.md", Folder.text("post-5", "") + "\nEdited.\n");
        try (Library library = Library.open(where, clock)) {
            scan(folder, library);
            assertThat(titles(library)).isEqualTo(sorted);
            assertThat(page(library, null, 50).entries())
                    .extracting(Entry::slug)
                    .contains("post-3", "post-5");
        }
    }

    private void scan(Folder folder, Library library) {
        Folder.scan(folder.path(), library, Folder.reader(), clock);
    }

    private static void write(Folder folder, String title) {
        folder.write(title + ".md", Folder.text(title, ""));
    }

    /** All articles, in pages of five. */
    private static List<String> titles(Library library) {
        List<String> titles = new ArrayList<>();
        Cursor place = null;
        do {
            Page page = page(library, place, 5);
            page.entries().forEach(entry -> titles.add(entry.article().title()));
            place = page.next();
        } while (place != null);
        return titles;
    }

    private static Page page(Library library, @Nullable Cursor place, int limit) {
        Selection newest = Selection.newest(Term.EVERYTHING, limit);
        return library.page(new Selection(newest.where(), newest.order(), place, limit));
    }
}
