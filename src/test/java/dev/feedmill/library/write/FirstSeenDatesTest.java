package dev.feedmill.library.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.FolderStatus;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Folder;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingLimits;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates of articles whose files say none, or only a day. */
class FirstSeenDatesTest {
    private static final String UNKNOWN = "0001-01-01T00:00:00Z";

    @TempDir
    Path temp;

    private final MutableClock clock = new MutableClock("2024-06-01T10:00:00Z");
    private Folder folder;

    @BeforeEach
    void make() {
        folder = new Folder(temp);
    }

    @ParameterizedTest
    @EnumSource
    void undated_articles_of_the_first_scan_come_last_and_stay_there(Databases database) {
        String where = database.fresh();
        folder.write("note 2.md", "---\ntitle: N2\n---\nx")
                .write("note 10.md", "---\ntitle: N10\n---\nx")
                .write("old.md", "---\ntitle: Old\ndate: 1066-10-14\n---\nx")
                .write("new.md", "---\ntitle: New\ndate: 2024-05-01\n---\nx");
        try (Library library = Library.open(where, clock)) {
            FolderStatus status = scan(library, Folder.reader());
            assertThat(titles(library)).containsExactly("New", "Old", "N10", "N2");
            assertThat(status.problems())
                    .extracting(Problem::toString)
                    .containsExactly("note 2.md: the article names no date, nor do 1 more (note 10.md);"
                            + " they come after all others");
            assertThat(entry(library, "N2").published()).isEqualTo(UNKNOWN);
            assertThat(entry(library, "N2").isDated()).isFalse();
        }
        clock.advance(Duration.ofDays(1));
        folder.move("note 10.md", "moved.md");
        folder.write("note 2.md", "---\ntitle: N2 edited\n---\nother words");
        folder.write("later.md", "---\ntitle: Later\n---\nx");
        try (Library library = Library.open(where, clock)) {
            FolderStatus status = scan(library, Folder.reader(299));
            assertThat(titles(library)).containsExactly("New", "Later", "Old", "N10", "N2 edited");
            assertThat(entry(library, "Later").published()).isEqualTo("2023-01-01T00:00:00Z");
            assertThat(entry(library, "N2 edited").updated()).isEqualTo("2023-01-01T00:00:00Z");
            assertThat(entry(library, "N2 edited").isChangeDated()).isTrue();
            assertThat(status.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "later.md:2: the article names no date; the file's time is recorded instead",
                            "note 2.md: the article names no date, nor do 1 more (moved.md); they come after all others");

            folder.write("note 2.md", "---\ntitle: N2\ndate: 2024-05-02\n---\nx");
            folder.write("moved.md", "---\ntitle: N10\nunlisted: true\n---\nx");
            scan(library, Folder.reader());
            assertThat(titles(library)).containsExactly("N2", "New", "Later", "Old");
            folder.write("moved.md", "---\ntitle: N10\n---\nx again");
            scan(library, Folder.reader());
            assertThat(titles(library)).containsExactly("N2", "New", "Later", "Old", "N10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_without_a_date_is_news_when_it_comes_out_whenever_it_was_written(Databases database) {
        folder.write("a.md", "---\ntitle: A\ndraft: true\n---\nx")
                .write("b.md", "---\ntitle: B\nunlisted: true\n---\nx")
                .write("dated.md", "---\ntitle: Dated\ndate: 2024-05-31\n---\nx");
        try (Library library = Library.open(database.fresh(), clock)) {
            scan(library, Folder.reader());
            clock.advance(Duration.ofHours(2));
            folder.write("a.md", "---\ntitle: A\n---\nx").write("b.md", "---\ntitle: B\n---\nx");
            scan(library, Folder.reader());
            assertThat(titles(library)).containsExactly("B", "A", "Dated");
            assertThat(entry(library, "A").published()).isEqualTo(clock.instant());

            clock.advance(Duration.ofHours(2));
            folder.write("a.md", "---\ntitle: A\ndraft: true\n---\nx");
            scan(library, Folder.reader());
            folder.write("a.md", "---\ntitle: A\n---\nx");
            scan(library, Folder.reader());
            assertThat(entry(library, "A").published()).isEqualTo("2024-06-01T12:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_day_is_midnight_in_the_zone_of_the_site(Databases database) {
        folder.write("a.md", "---\ntitle: A\ndate: 2024-06-01\n---\nx");
        try (Library library = Library.open(database.fresh(), clock)) {
            scan(library, reader(false));
            assertThat(entry(library, "A").published()).isEqualTo("2024-05-31T22:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void by_the_setting_a_day_is_when_it_was_first_seen_on_that_day_for_good(Databases database) {
        String where = database.fresh();
        folder.write("before.md", "---\ntitle: Before\ndate: 2024-05-31\n---\nx")
                .write("today.md", "---\ntitle: Today\ndate: 2024-06-01\n---\nx")
                .write("2024-06-01-named.md", "---\ntitle: Named\n---\nx")
                .write("exact.md", "---\ntitle: Exact\ndate: 2024-06-01 08:00\n---\nx")
                .write("draft.md", "---\ntitle: Draft\ndate: 2024-06-01\ndraft: true\n---\nx")
                .write("tomorrow.md", "---\ntitle: Tomorrow\ndate: 2024-06-02\n---\nx");
        try (Library library = Library.open(where, clock)) {
            scan(library, reader(true));
            assertThat(titles(library)).containsExactly("Today", "Named", "Exact", "Before");
            assertThat(entry(library, "Today").published()).isEqualTo("2024-06-01T10:00:00Z");
            assertThat(entry(library, "Named").published()).isEqualTo("2024-06-01T10:00:00Z");
            assertThat(entry(library, "Exact").published()).isEqualTo("2024-06-01T06:00:00Z");
            assertThat(entry(library, "Before").published()).isEqualTo("2024-05-30T22:00:00Z");

            clock.set("2024-06-01T21:59:59Z");
            folder.write("draft.md", "---\ntitle: Draft\ndate: 2024-06-01\n---\nx");
            scan(library, reader(true));
            assertThat(entry(library, "Draft").published()).isEqualTo("2024-06-01T21:59:59Z");
        }
        clock.set("2024-06-05T00:00:00Z");
        folder.write("today.md", "---\ntitle: Today and more\ndate: 2024-06-01\n---\nother");
        folder.move("2024-06-01-named.md", "2024-06-01-renamed.md");
        folder.write("late.md", "---\ntitle: Late\ndate: 2024-06-01\n---\nx");
        try (Library library = Library.open(where, clock)) {
            scan(library, reader(true));
            assertThat(entry(library, "Today and more").published()).isEqualTo("2024-06-01T10:00:00Z");
            assertThat(entry(library, "Named").published()).isEqualTo("2024-06-01T10:00:00Z");
            assertThat(entry(library, "Late").published()).isEqualTo("2024-05-31T22:00:00Z");
            assertThat(entry(library, "Tomorrow").published()).isEqualTo("2024-06-01T22:00:00Z");

            folder.write("today.md", "---\ntitle: Today\ndate: 2024-06-03\n---\nother");
            scan(library, reader(true));
            assertThat(entry(library, "Today").published()).isEqualTo("2024-06-02T22:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void articles_of_one_instant_follow_the_numbers_of_their_author(Databases database) {
        for (int part : List.of(10, 2, 1, 9)) {
            folder.write("part-" + part + ".md", "---\ntitle: Part " + part + "\ndate: 2024-05-01\n---\nx");
        }
        try (Library library = Library.open(database.fresh(), clock)) {
            scan(library, Folder.reader());
            assertThat(titles(library)).containsExactly("Part 10", "Part 9", "Part 2", "Part 1");
        }
    }

    private static ArticleReader reader(boolean firstSeenTimes) {
        return new ArticleReader(
                new ReadingRules(
                        new ReadingRules.SiteOverrides(ZoneId.of("Europe/Berlin"), null, "en"),
                        new ReadingRules.Categories(ReadingRules.CategoryStyle.PATHS, List.of()),
                        List.of(),
                        300,
                        ReadingLimits.defaults(),
                        ReadingRules.EntryIds.STABLE,
                        firstSeenTimes,
                        null),
                new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), BodyLimits.defaults())));
    }

    private FolderStatus scan(Library library, ArticleReader reader) {
        return Folder.scan(temp, library, reader, clock);
    }

    private static List<String> titles(Library library) {
        return library.page(Selection.newest(Term.EVERYTHING, 20)).entries().stream()
                .map(entry -> entry.article().title())
                .toList();
    }

    private static Entry entry(Library library, String title) {
        return library.page(Selection.newest(Term.EVERYTHING, 20)).entries().stream()
                .filter(entry -> entry.article().title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
