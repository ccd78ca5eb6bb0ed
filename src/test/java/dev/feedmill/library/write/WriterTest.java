package dev.feedmill.library.write;

import static dev.feedmill.library.LibraryTest.all;
import static dev.feedmill.library.LibraryTest.found;
import static dev.feedmill.library.LibraryTest.remove;
import static dev.feedmill.library.LibraryTest.rows;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.ArticleId;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.WordRules;
import dev.feedmill.library.change.Change;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.query.Snapshot;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriterTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_edit_changes_updated_and_neither_id_nor_slug_nor_published(Databases database) {
        try (Library library = filled(database, Draft.of("a.md"))) {
            Entry before = only(library);
            store(library, Draft.of("a.md").title("New").modified("2024-05-01T10:00:00Z"));

            Entry after = only(library);
            assertThat(after.article().title()).isEqualTo("New");
            assertThat(after.id()).isEqualTo(before.id()).isEqualTo(ArticleId.ofKey("a.md"));
            assertThat(after.slug()).isEqualTo(before.slug());
            assertThat(after.published()).isEqualTo(before.published());
            assertThat(before.updated()).isEqualTo(before.published());
            assertThat(after.updated()).isEqualTo("2024-05-01T10:00:00Z");
            assertThat(all(library).updated()).isEqualTo("2024-05-01T10:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_touch_and_another_reading_of_the_same_bytes_are_no_edits(Databases database) {
        try (Library library = filled(database, Draft.of("a.md"))) {
            Instant updated = all(library).updated();
            store(library, Draft.of("a.md").modified("2024-05-01T10:00:00Z"));
            assertThat(all(library).updated()).isEqualTo(updated);

            FileReading read = Draft.of("a.md").reading();
            FileReading otherwise = new FileReading(
                    "a.md",
                    read.stamp(),
                    read.digest(),
                    Draft.of("a.md").title("X").reading().article());
            store(library, List.of(), List.of(otherwise));

            assertThat(only(library).updated()).isEqualTo(only(library).published());
            assertThat(all(library).updated())
                    .as("the feed's bytes are others, so its time is too")
                    .isEqualTo(clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_move_and_other_bytes_that_say_the_same_are_no_change_of_any_list(Databases database) {
        try (Library library = filled(database, Draft.of("a.md").title("A").tags("t"), Draft.of("b.md"))) {
            Page before = all(library);
            Page tag = library.page(Selection.newest(found(library, Term.Kind.TAG, "t"), 50));
            List<Change> changes = new ArrayList<>();
            library.onChange(changes::add);
            clock.advance(Duration.ofDays(1));

            FileReading read = Draft.of("a.md").title("A").tags("t").reading();
            FileReading reformatted = new FileReading("a.md", read.stamp(), "other bytes", read.article());
            store(library, List.of(), List.of(reformatted));
            store(
                    library,
                    rows(library, "a.md"),
                    List.of(new FileReading("sub/c.md", read.stamp(), "other bytes", read.article())));

            assertThat(all(library)).isEqualTo(before);
            assertThat(library.page(Selection.newest(found(library, Term.Kind.TAG, "t"), 50)))
                    .isEqualTo(tag);
            assertThat(changes).isEmpty();
            assertThat(rows(library, "sub/c.md")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void edits_while_it_was_not_public_do_not_count(Databases database) {
        try (Library library = filled(database, Draft.of("a.md").hidden(true))) {
            store(library, Draft.of("a.md").hidden(true).title("2").modified("2024-05-01T00:00:00Z"));
            store(library, Draft.of("a.md").title("3").modified("2024-05-02T00:00:00Z"));

            assertThat(only(library).updated()).isEqualTo("2024-01-01T00:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_listing_never_goes_back_and_never_stands_still_when_it_changes(Databases database) {
        try (Library library = filled(
                database,
                Draft.of("a.md").tags("x").published("2024-05-01T00:00:00Z"),
                Draft.of("b.md").tags("x"),
                Draft.of("c.md").tags("y"))) {
            Term x = found(library, Term.Kind.TAG, "x");
            Term y = found(library, Term.Kind.TAG, "y");
            assertThat(updated(library, x)).isEqualTo("2024-05-01T00:00:00Z");

            remove(library, "a.md");
            assertThat(updated(library, x)).isEqualTo("2024-06-01T00:00:00Z");
            store(library, Draft.of("old.md").tags("x").published("2020-01-01T00:00:00Z"));
            assertThat(updated(library, x)).isEqualTo("2024-06-01T00:00:01Z");
            remove(library, "b.md", "old.md");
            assertThat(updated(library, x)).isEqualTo("2024-06-01T00:00:02Z");
            assertThat(updated(library, y)).isEqualTo("2024-01-01T00:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_the_newest_do_not_show_changes_only_the_time_of_deeper_pages(Databases database) {
        try (Library library = Library.open(
                database.fresh(),
                clock,
                new LibraryRules(2, Duration.ofDays(30), 50, WordRules.defaults(), List.of(), List.of()))) {
            store(
                    library,
                    Draft.of("a.md").published("2024-05-01T00:00:00Z"),
                    Draft.of("b.md").published("2024-04-01T00:00:00Z"),
                    Draft.of("c.md").published("2024-03-01T00:00:00Z"));
            library.writer().recordScan("reader", "folder");
            store(library, Draft.of("c.md").published("2024-03-01T00:00:00Z").title("New"));

            assertThat(all(library, 2).updated()).isEqualTo("2024-05-01T00:00:00Z");
            assertThat(all(library, 3).updated()).isEqualTo("2024-06-01T00:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_moved_file_stays_the_same_article(Databases database) {
        try (Library library =
                filled(database, Draft.of("a.md"), Draft.of("copy.md").title("Title of a.md"))) {
            Resolution<Entry> before = library.articles().bySlug("a");
            move(library, "a.md", Draft.of("a.md").at("new/b.md"));
            assertThat(((Resolution.Found<Entry>) library.articles().bySlug("a"))
                            .value()
                            .id())
                    .isEqualTo(((Resolution.Found<Entry>) before).value().id());
            assertThat(all(library).entries()).hasSize(2);

            store(library, Draft.of("a.md").title("Another one"));
            assertThat(all(library).entries()).extracting(Entry::slug).containsExactlyInAnyOrder("a", "copy", "a-2");
            assertThat(all(library).entries()).extracting(Entry::id).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_back_is_what_it_was(Databases database) {
        try (Library library =
                filled(database, Draft.of("a.md").tags("x"), Draft.of("b.md").id("urn:x:1"))) {
            List<Entry> before = all(library).entries();
            remove(library, "a.md", "b.md");
            assertThat(all(library).entries()).isEmpty();
            store(library, Draft.of("a.md").tags("x"));
            store(library, Draft.of("elsewhere.md").id("urn:x:1").title("Title of b.md"));

            assertThat(all(library).entries())
                    .extracting(Entry::id)
                    .containsExactlyElementsOf(before.stream().map(Entry::id).toList());
            assertThat(library.articles().bySlug("b")).isInstanceOf(Resolution.Found.class);
            assertThat(found(library, Term.Kind.TAG, "x").name()).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_time_of_a_file_is_recorded_once(Databases database) {
        try (Library library = filled(database, Draft.of("before.md"))) {
            remove(library, "before.md");
            store(library, Draft.of("a.md").fileTime("2024-02-02T00:00:00Z"));
            store(library, Draft.of("a.md").fileTime("2024-05-05T00:00:00Z").title("New"));
            assertThat(only(library).published()).isEqualTo("2024-02-02T00:00:00Z");

            store(library, Draft.of("b.md").fileTime("2099-01-01T00:00:00Z"));
            assertThat(all(library).entries().get(0).published()).isEqualTo(clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_id_that_another_article_has_is_reported_and_replaced(Databases database) {
        try (Library library = filled(
                database, Draft.of("a.md").id("urn:x:1"), Draft.of("b.md").id("urn:x:1"))) {
            assertThat(all(library).entries())
                    .extracting(Entry::id)
                    .containsExactlyInAnyOrder(new ArticleId("urn:x:1"), ArticleId.ofKey("b.md"));
            assertThat(snapshot(library).problems())
                    .extracting(Problem::toString)
                    .containsExactly("b.md: the id must be unique, and another article has 'urn:x:1' already");

            store(library, Draft.of("a.md").id("urn:x:2"));
            assertThat(rows(library, "b.md"))
                    .extracting(FileRow::stamp)
                    .as("the id is free, so that the file is read again")
                    .containsExactly(FileStamp.UNKNOWN);
            store(library, Draft.of("b.md").id("urn:x:1"));
            assertThat(all(library).entries())
                    .extracting(entry -> entry.id().uri())
                    .containsExactlyInAnyOrder("urn:x:1", "urn:x:2");
            assertThat(snapshot(library).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void slugs_are_made_unique_and_kept(Databases database) {
        try (Library library = filled(
                database,
                Draft.of("1/Post.md"),
                Draft.of("2/post.md"),
                Draft.of("3/post.md"),
                Draft.of("4/x?.rss.md"))) {
            assertThat(all(library).entries())
                    .extracting(Entry::slug)
                    .containsExactlyInAnyOrder("Post", "post-2", "post-3", "x--rss");
            remove(library, "2/post.md");
            store(library, Draft.of("5/post.md"));
            assertThat(library.articles().bySlug("post-2")).isInstanceOf(Resolution.Gone.class);
            assertThat(library.articles().bySlug("POST-4")).isInstanceOf(Resolution.Moved.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_due_later_comes_out_on_time(Databases database) {
        try (Library library = filled(
                database, Draft.of("a.md").published("2024-07-01T00:00:00Z").tags("x"))) {
            assertThat(all(library).entries()).isEmpty();
            assertThat(library.articles().bySlug("a")).isEqualTo(new Resolution.Unknown<>());
            assertThat(library.writer().nextDue()).contains(Instant.parse("2024-07-01T00:00:00Z"));
            assertThat(snapshot(library)).isEqualTo(new Snapshot(0, 1, Set.of(), List.of()));
            library.writer().publishAndExpire();
            assertThat(all(library).entries()).isEmpty();

            clock.set("2024-07-01T00:00:00Z");
            library.writer().publishAndExpire();

            assertThat(only(library).article().body().isEmpty()).isFalse();
            assertThat(updated(library, found(library, Term.Kind.TAG, "x"))).isEqualTo("2024-07-01T00:00:00Z");
            assertThat(snapshot(library)).isEqualTo(new Snapshot(1, 0, Set.of(), List.of()));
            assertThat(library.writer().nextDue()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_can_no_longer_be_read_hides_its_article_until_it_can(Databases database) {
        try (Library library = filled(database, Draft.of("a.md").tags("x"))) {
            Entry before = only(library);
            Problem fault = new Problem(new Location("a.md", 3), Problem.Kind.FRONT_MATTER, "must be \0 closed");
            store(
                    library,
                    List.of(),
                    List.of(new FileReading(
                            "a.md", new FileStamp(1, 1, 1), "other", new Parsed.Refused<>(List.of(fault)))));
            assertThat(all(library).entries()).isEmpty();
            assertThat(library.articles().bySlug("a")).isEqualTo(new Resolution.Unknown<>());
            assertThat(snapshot(library).skipped()).hasSize(1);
            assertThat(snapshot(library).problems())
                    .extracting(Problem::toString)
                    .containsExactly("a.md:3: must be \\u0000 closed");

            store(library, Draft.of("a.md").tags("x"));
            assertThat(only(library)).isEqualTo(before);
            assertThat(snapshot(library)).isEqualTo(new Snapshot(1, 0, Set.of(), List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_and_paths_of_any_length_are_kept(Databases database) {
        String longName = "漢😀".repeat(3_000);
        try (Library library = filled(
                database,
                Draft.of("漢".repeat(2_000) + ".md")
                        .tags(longName, longName + "2")
                        .id("urn:" + "x".repeat(9_000)))) {
            assertThat(only(library).article().tags()).containsExactly(longName, longName + "2");
            assertThat(library.terms().listed()).hasSize(3);
            assertThat(library.terms().find(Term.Kind.TAG, List.of(longName))).isInstanceOf(Resolution.Moved.class);
        }
    }

    private Library filled(Databases database, Draft... drafts) {
        Library library = Library.open(database.fresh(), clock);
        store(library, drafts);
        library.writer().recordScan("reader", "folder");
        return library;
    }

    private static void move(Library library, String from, Draft to) {
        store(library, rows(library, from), List.of(to.reading()));
    }

    private static Entry only(Library library) {
        assertThat(all(library).entries()).hasSize(1);
        return all(library).entries().get(0);
    }

    private static Instant updated(Library library, Term term) {
        return library.page(Selection.newest(term, 50)).updated();
    }

    private static Snapshot snapshot(Library library) {
        return library.files().snapshot();
    }
}
