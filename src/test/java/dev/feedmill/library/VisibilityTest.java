package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Articles in feeds and lists as their degree of visibility changes, and as they become due and expire. */
class VisibilityTest {
    @TempDir
    Path temp;

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
    private Folder folder;

    @BeforeEach
    void write() {
        folder = new Folder(temp);
        folder.article("other.md", "Other");
    }

    @FunctionalInterface
    private interface Story {
        void of(Library library, FolderFollower follower);
    }

    private void follow(Databases database, Story story) {
        FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);
        try (Library library = Library.open(database.fresh(), clock);
                FolderFollower follower = new FolderFollower(temp, Folder.reader(), library, rules, clock)) {
            follower.start();
            await("the first scan", () -> follower.status().firstScanDone());
            story.of(library, follower);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_removed_file_leaves_an_address_only_if_its_article_was_public(Databases database) {
        folder.write("plan.md", Folder.text("Plan", "draft: true\naliases: /old-plan\n"));
        follow(database, (library, follower) -> {
            folder.delete("plan.md");
            folder.delete("other.md");
            await("the public one to go", () -> library.articles().bySlug("other") instanceof Resolution.Gone<?>);
            await("the draft to go", () -> follower.status().hidden() == 0);
            assertThat(library.articles().bySlug("plan")).isInstanceOf(Resolution.Unknown.class);
            assertThat(library.articles().byAlias("/old-plan")).isInstanceOf(Resolution.Unknown.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_article_expires_while_the_server_runs_and_no_file_changes(Databases database) {
        folder.write("offer.md", Folder.text("Offer", "tags: sale\nexpiryDate: 2024-07-01\n"));
        follow(database, (library, follower) -> {
            assertThat(feed(library)).containsExactlyInAnyOrder("Offer", "Other");
            clock.set("2024-06-30T23:59:59Z");
            assertThat(feed(library)).contains("Offer");

            clock.set("2024-07-01T00:00:00Z");
            await("the end", () -> feed(library).equals(List.of("Other")));
            assertThat(library.articles().bySlug("offer")).isInstanceOf(Resolution.Unknown.class);
            assertThat(tags(library)).isEmpty();
            await("the count", () -> follower.status().hidden() == 1);
            assertThat(follower.heldBack())
                    .extracting(HeldArticle::message)
                    .containsExactly("no longer out since 2024-07-01T00:00:00Z");

            folder.write("offer.md", Folder.text("Offer", "tags: sale\nexpiryDate: 2024-08-01\n"));
            await("its return", () -> feed(library).contains("Offer"));
            assertThat(tags(library)).containsExactly("sale");
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_article_appears_when_it_is_due_and_disappears_when_it_expires(Databases database) {
        folder.write("fair.md", "---\ntitle: Fair\ndate: 2024-06-10\nexpires: 2024-06-20\n---\nx");
        follow(database, (library, follower) -> {
            assertThat(feed(library)).containsExactly("Other");
            clock.set("2024-06-10T00:00:00Z");
            await("its day", () -> feed(library).equals(List.of("Fair", "Other")));
            clock.set("2024-06-20T00:00:00Z");
            await("its end", () -> feed(library).equals(List.of("Other")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_page_of_an_article_released_by_a_fast_clock_disappears_again(Databases database) {
        folder.write("page.md", "---\ntitle: Page\ndate: 2025-01-01\nunlisted: true\n---\nx");
        clock.set("2030-01-01T00:00:00Z");
        try (Library library = Library.open(database.fresh(), clock)) {
            Folder.scan(temp, library, Folder.reader(), clock);
            assertThat(library.articles().bySlug("page")).isInstanceOf(Resolution.Found.class);
            clock.set("2024-06-01T00:00:00Z");
            library.writer().rewind();
            assertThat(library.articles().bySlug("page")).isInstanceOf(Resolution.Unknown.class);
            clock.set("2025-01-02T00:00:00Z");
            library.writer().publishAndExpire();
            assertThat(library.articles().bySlug("page")).isInstanceOf(Resolution.Found.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_term_is_gone_if_the_new_term_of_its_articles_is_in_no_list(Databases database) {
        folder.write("tea.md", Folder.text("Tea", "tags: a\n"));
        follow(database, (library, follower) -> {
            folder.write("tea.md", Folder.text("Tea", "tags: b\nrss: false\n"));
            await("the new name", () -> library.terms().find(Term.Kind.TAG, List.of("a")) instanceof Resolution.Moved);
            folder.write("tea.md", Folder.text("Tea", "tags: b\ndraft: true\n"));
            await("the draft", () -> !(library.articles().bySlug("tea") instanceof Resolution.Found));

            assertThat(library.terms().find(Term.Kind.TAG, List.of("a"))).isInstanceOf(Resolution.Gone.class);
            assertThat(library.terms().find(Term.Kind.TAG, List.of("b"))).isNotInstanceOf(Resolution.Found.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void articles_that_expired_before_the_start_are_in_no_response(Databases database) {
        String where = database.fresh();
        folder.write("offer.md", Folder.text("Offer", "expiryDate: 2024-07-01\n"));
        try (Library library = Library.open(where, clock)) {
            Folder.scan(temp, library, Folder.reader(), clock);
            assertThat(feed(library)).contains("Offer");
        }
        clock.set("2024-07-02T00:00:00Z");
        try (Library library = Library.openFor(
                LeaseHolder.ofThisProcess("127.0.0.1:1"),
                Duration.ofSeconds(6),
                where,
                clock,
                LibraryRules.defaults())) {
            assertThat(feed(library)).containsExactly("Other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_article_that_leaves_feeds_returns_with_the_same_id(Databases database) {
        folder.write("a.md", Folder.text("A", "tags: own\n"));
        follow(database, (library, follower) -> {
            Entry before = entry(library, "a");
            for (String held : List.of("unlisted: true", "rss: false", "draft: true")) {
                clock.advance(Duration.ofHours(1));
                folder.write("a.md", Folder.text("A", "tags: own\n" + held + "\n"));
                await(held, () -> feed(library).equals(List.of("Other")));

                assertThat(library.page(Selection.newest(Term.EVERYTHING, 9)).updated())
                        .as("the feed has changed")
                        .isEqualTo(clock.instant());
                assertThat(tags(library)).as("no feed of its tag is listed").isEmpty();
                assertThat(titles(library.older(Term.EVERYTHING, null, 9).entries())
                                .contains("A"))
                        .as("pages that list it")
                        .isEqualTo(held.startsWith("rss"));
                assertThat(library.terms()
                                .children(Term.Kind.TAG, Term.EVERYTHING, 0, 9, false)
                                .size())
                        .as("pages that list its tag")
                        .isEqualTo(held.startsWith("rss") ? 1 : 0);
                assertThat(library.terms().countArticles(Term.EVERYTHING)).isEqualTo(held.startsWith("rss") ? 2 : 1);
                assertThat(library.articles().bySlug("a") instanceof Resolution.Found)
                        .as("its page")
                        .isEqualTo(!held.startsWith("draft"));
                assertThat(library.articles().addresses(1, 9).size()).isEqualTo(held.startsWith("rss") ? 2 : 1);
                assertThat(follower.status().hidden()).isEqualTo(1);

                folder.write("a.md", Folder.text("A", "tags: own\n"));
                await("its return", () -> feed(library).contains("A"));
                Entry after = entry(library, "a");
                assertThat(after.id()).isEqualTo(before.id());
                assertThat(after.slug()).isEqualTo(before.slug());
                assertThat(after.published()).isEqualTo(before.published());
                assertThat(tags(library)).containsExactly("own");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_unlisted_article_has_no_neighbours_and_its_labels_no_address(Databases database) {
        folder.write("page.md", Folder.text("Page", "tags: own\nunlisted: true\n"))
                .write("quiet.md", Folder.text("Quiet", "tags: soft\nrss: false\n"));
        follow(database, (library, follower) -> {
            assertThat(library.terms().find(Term.Kind.TAG, List.of("own"))).isInstanceOf(Resolution.Unknown.class);
            assertThat(library.terms().find(Term.Kind.TAG, List.of("soft"))).isInstanceOf(Resolution.Found.class);
            assertThat(library.terms().listed()).extracting(TermCount::articles).containsExactly(1L);
            Entry page = entry(library, "page");
            assertThat(library.adjacent(Term.EVERYTHING, page).newer()).isNull();
            assertThat(library.adjacent(Term.EVERYTHING, page).older()).isNull();
            Entry quiet = entry(library, "quiet");
            assertThat(library.adjacent(Term.EVERYTHING, quiet).older()).isNotNull();
            assertThat(library.terms().similar(Term.Kind.TAG, "owm", 5))
                    .extracting(branch -> branch.term().name())
                    .doesNotContain("own");

            folder.write("page.md", Folder.text("Page", "tags: own\n"));
            await("its tag", () -> tags(library).equals(List.of("own")));
        });
    }

    private static List<String> feed(Library library) {
        return titles(library.page(Selection.newest(Term.EVERYTHING, 9)).entries());
    }

    private static List<String> titles(List<Entry> entries) {
        return entries.stream().map(entry -> entry.article().title()).toList();
    }

    private static List<String> tags(Library library) {
        return library.terms().listed().stream()
                .filter(listing -> listing.term().kind() == Term.Kind.TAG)
                .map(listing -> listing.term().name())
                .toList();
    }

    private static Entry entry(Library library, String slug) {
        return ((Resolution.Found<Entry>) library.articles().bySlug(slug)).value();
    }
}
