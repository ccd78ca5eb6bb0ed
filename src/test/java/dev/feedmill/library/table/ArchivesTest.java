package dev.feedmill.library.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.LibraryTest;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.WordRules;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivesTest {
    private static final LibraryRules THREE =
            new LibraryRules(3, Duration.ofDays(30), 50, WordRules.defaults(), List.of(), List.of());
    private final MutableClock clock = new MutableClock("2024-12-01T00:00:00Z");

    private Library filled(Databases database, int articles) {
        Library library = Library.open(database.fresh(), clock, THREE);
        LibraryTest.store(
                library,
                IntStream.rangeClosed(1, articles).mapToObj(this::draft).toArray(Draft[]::new));
        library.writer().recordScan("reader", "folder");
        return library;
    }

    private Draft draft(int day) {
        return Draft.of(day + ".md")
                .title("t" + day)
                .published("2024-01-%02dT00:00:00Z".formatted(day))
                .tags("x");
    }

    private static List<String> titles(FeedPage page) {
        return page.page().entries().stream()
                .map(entry -> entry.article().title())
                .toList();
    }

    private static List<String> page(Library library, int number) {
        return titles(library.archive(Term.EVERYTHING, number).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void the_archive_goes_from_the_oldest_to_the_page_that_is_being_filled(Databases database) {
        try (Library library = filled(database, 8)) {
            FeedPage current = library.currentFeed(Term.EVERYTHING);
            assertThat(titles(current)).containsExactly("t8", "t7", "t6");
            // What is on the third page is among the newest; where these do not all find room, it is needed.
            assertThat(current.older()).isEqualTo(2);
            assertThat(current.olderOfFew()).isEqualTo(3);
            assertThat(page(library, 1)).containsExactly("t3", "t2", "t1");
            assertThat(page(library, 2)).containsExactly("t6", "t5", "t4");
            assertThat(page(library, 3)).containsExactly("t8", "t7");
            assertThat(library.archive(Term.EVERYTHING, 4)).isEmpty();
            assertThat(library.archive(Term.EVERYTHING, 0)).isEmpty();
            FeedPage second = library.archive(Term.EVERYTHING, 2).orElseThrow();
            assertThat(List.of(second.number(), second.older(), second.newer())).containsExactly(2, 1, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_time_of_the_page_that_is_being_filled_never_goes_back(Databases database) {
        try (Library library = filled(database, 8)) {
            clock.advance(Duration.ofMinutes(1));
            LibraryTest.store(library, draft(8).title("edited").modified("2024-12-01T00:00:30Z"));
            assertThat(updated(library, 3)).isEqualTo("2024-12-01T00:01:00Z");
            clock.advance(Duration.ofMinutes(1));
            LibraryTest.remove(library, "8.md");
            assertThat(updated(library, 3)).isEqualTo("2024-12-01T00:02:00Z");
            LibraryTest.store(library, draft(9), draft(10));
            assertThat(library.archive(Term.EVERYTHING, 4))
                    .as("the third is full")
                    .isEmpty();
            assertThat(updated(library, 3)).isEqualTo("2024-12-01T00:02:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_article_that_names_a_time_to_come_leaves_it_with_its_page(Databases database) {
        try (Library library = filled(database, 8)) {
            LibraryTest.store(library, draft(2).updated("2024-12-25T00:00:00Z"));
            Instant before = updated(library, 1);
            LibraryTest.remove(library, "2.md");
            assertThat(updated(library, 1)).isAfterOrEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_article_that_moves_on_to_the_next_page_leaves_its_time_with_the_page_before(Databases database) {
        try (Library library = filled(database, 7)) {
            LibraryTest.store(library, Draft.of("due.md").title("due").published("2024-11-30T23:59:59Z"));
            Instant before = updated(library, 3);
            assertThat(before).isEqualTo("2024-11-30T23:59:59Z");
            LibraryTest.store(
                    library,
                    Draft.of("a.md").title("a").published("2024-01-07T10:00:00Z"),
                    Draft.of("b.md").title("b").published("2024-01-07T11:00:00Z"));
            assertThat(page(library, 3)).containsExactly("b", "a", "t7");
            assertThat(updated(library, 3)).isAfterOrEqualTo(before);
        }
    }

    private static Instant updated(Library library, int page) {
        return library.archive(Term.EVERYTHING, page).orElseThrow().page().updated();
    }

    @ParameterizedTest
    @EnumSource
    void a_full_page_stays_what_it_is_whatever_comes(Databases database) {
        try (Library library = filled(database, 7)) {
            FeedPage first = library.archive(Term.EVERYTHING, 1).orElseThrow();
            LibraryTest.store(library, draft(9));
            LibraryTest.store(library, Draft.of("late.md").title("late").published("2024-01-02T10:00:00Z"));
            LibraryTest.store(library, draft(10));
            assertThat(library.archive(Term.EVERYTHING, 1)).contains(first);
            assertThat(page(library, 3)).containsExactly("t9", "t7", "late");
            assertThat(page(library, 4)).containsExactly("t10");
            assertThat(library.currentFeed(Term.EVERYTHING).older()).isEqualTo(3);

            LibraryTest.remove(library, "late.md");
            assertThat(page(library, 3)).containsExactly("t9", "t7");
            LibraryTest.store(library, Draft.of("late.md").title("again").published("2024-01-02T10:00:00Z"));
            assertThat(page(library, 4)).containsExactly("t10", "again");
            assertThat(library.currentFeed(Term.EVERYTHING).older()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_taken_from_a_full_page_or_changed_in_it_dates_that_page_alone(Databases database) {
        try (Library library = filled(database, 7)) {
            FeedPage second = library.archive(Term.EVERYTHING, 2).orElseThrow();
            clock.set("2024-12-02T00:00:00Z");
            LibraryTest.remove(library, "2.md");
            assertThat(page(library, 1)).containsExactly("t3", "t1");
            assertThat(library.archive(Term.EVERYTHING, 1).orElseThrow().page().updated())
                    .isEqualTo("2024-12-02T00:00:00Z");
            assertThat(library.archive(Term.EVERYTHING, 2)).contains(second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_article_is_on_exactly_one_page_whatever_happens(Databases database) {
        Random random = new Random(7);
        try (Library library = filled(database, 5)) {
            TreeMap<String, Draft> there = new TreeMap<>();
            IntStream.rangeClosed(1, 5).mapToObj(this::draft).forEach(draft -> there.put(draft.path(), draft));
            List<List<String>> full = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                clock.advance(Duration.ofMinutes(1));
                int day = 1 + random.nextInt(28);
                String path = random.nextInt(30) + "r.md";
                if (random.nextInt(4) == 0 && there.size() > 1) {
                    String gone = there.firstKey();
                    LibraryTest.remove(library, gone);
                    there.remove(gone);
                } else {
                    Draft draft = Draft.of(path).title("s" + step).published("2024-01-%02dT00:00:00Z".formatted(day));
                    LibraryTest.store(library, draft);
                    there.put(path, draft);
                }
                List<List<String>> pages = pages(library);
                assertThat(pages.stream().flatMap(List::stream).toList())
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                there.values().stream().map(Draft::title).toList());
                for (int i = 0; i < full.size(); i++) {
                    // A full page may lose what was deleted or given another date, but gains nothing but an edited
                    // title.
                    assertThat(pages.get(i).size())
                            .isLessThanOrEqualTo(full.get(i).size());
                }
                full = pages.subList(0, Math.max(0, pages.size() - 1));
                assertThat(reachable(library))
                        .containsAll(there.values().stream().map(Draft::title).toList());
            }
        }
    }

    private static List<List<String>> pages(Library library) {
        List<List<String>> pages = new ArrayList<>();
        for (int number = 1; library.archive(Term.EVERYTHING, number).isPresent(); number++) {
            pages.add(page(library, number));
        }
        return pages;
    }

    /** What a reader finds that starts at the feed and goes on to older pages. */
    private static Set<String> reachable(Library library) {
        FeedPage at = library.currentFeed(Term.EVERYTHING);
        Set<String> found = new HashSet<>(titles(at));
        for (int older = at.older(); older > 0; older = at.older()) {
            at = library.archive(Term.EVERYTHING, older).orElseThrow();
            found.addAll(titles(at));
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void a_term_that_all_articles_left_for_the_same_was_renamed(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft a =
                    Draft.of("a.md").categories(CategoryPath.of("Tech", "Web")).tags("java", "both");
            Draft b =
                    Draft.of("b.md").categories(CategoryPath.of("Tech", "Web")).tags("java");
            LibraryTest.store(library, a, b);
            LibraryTest.store(
                    library, a.categories(CategoryPath.of("Technology", "Web")).tags("jvm", "both"));
            assertThat(library.terms().find(Term.Kind.TAG, List.of("java"))).isInstanceOf(Resolution.Found.class);
            LibraryTest.store(
                    library, b.categories(CategoryPath.of("Technology", "Web")).tags("jvm"));

            Term web = LibraryTest.found(library, Term.Kind.CATEGORY, "Technology", "Web");
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("Tech", "Web")))
                    .isEqualTo(new Resolution.Moved<>(web));
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("Tech")))
                    .isEqualTo(new Resolution.Moved<>(LibraryTest.found(library, Term.Kind.CATEGORY, "Technology")));
            assertThat(library.terms().find(Term.Kind.TAG, List.of("java")))
                    .isEqualTo(new Resolution.Moved<>(LibraryTest.found(library, Term.Kind.TAG, "jvm")));

            LibraryTest.store(
                    library, a.categories(CategoryPath.of("Tec", "Web")).tags("both"));
            LibraryTest.store(
                    library, b.categories(CategoryPath.of("Tec", "Web")).tags("jvm"));
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("Tech", "Web")))
                    .isEqualTo(new Resolution.Moved<>(LibraryTest.found(library, Term.Kind.CATEGORY, "Tec", "Web")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_term_whose_articles_went_several_ways_or_away_is_gone(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft a = Draft.of("a.md").tags("split", "lonely");
            Draft b = Draft.of("b.md").tags("split");
            LibraryTest.store(library, a, b);
            LibraryTest.store(library, a.tags("one", "lonely"));
            LibraryTest.store(library, b.tags("two"));
            assertThat(library.terms().find(Term.Kind.TAG, List.of("split"))).isInstanceOf(Resolution.Gone.class);

            LibraryTest.store(library, a.tags("one"));
            assertThat(library.terms().find(Term.Kind.TAG, List.of("lonely"))).isInstanceOf(Resolution.Gone.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_feed_held_is_known_over_a_restart_until_it_is_too_old(Databases database) throws Exception {
        String where = database.fresh();
        try (Library library = Library.open(where, clock)) {
            library.eTags().issue("/feed.rss", "one", Set.of(1L, -2L));
            assertThat(library.eTags().entries("/feed.rss", "one")).containsExactlyInAnyOrder(1L, -2L);
            assertThat(library.eTags().entries("/feed.rss", "other")).isNull();
            assertThat(library.eTags().entries("/feed.atom", "one")).isNull();
        }
        clock.advance(Duration.ofDays(100));
        try (Library library = Library.open(where, clock)) {
            assertThat(library.eTags().entries("/feed.rss", "one")).containsExactlyInAnyOrder(1L, -2L);
            library.eTags().issue("/feed.rss", "two", Set.of());
            library.eTags().issue("/feed.atom", "three", Set.of(3L));
        }
        clock.advance(Duration.ofDays(29));
        try (Library library = Library.open(where, clock)) {
            library.eTags().issue("/feed.atom", "four", Set.of(4L));
        }
        clock.advance(Duration.ofDays(2));
        try (Library library = Library.open(where, clock)) {
            // Written before it is asked for, so that the old ones are thrown away.
            library.eTags().issue("/feed.atom", "five", Set.of(5L));
        }
        try (Library library = Library.open(where, clock)) {
            assertThat(library.eTags().entries("/feed.rss", "one")).isNull();
            assertThat(library.eTags().entries("/feed.rss", "two")).isEmpty();
            assertThat(library.eTags().entries("/feed.atom", "three")).containsExactly(3L);
            assertThat(library.eTags().entries("/feed.atom", "four")).containsExactly(4L);
        }
    }
}
