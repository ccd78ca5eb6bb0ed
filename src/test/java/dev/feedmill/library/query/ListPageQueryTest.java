package dev.feedmill.library.query;

import static dev.feedmill.library.LibraryTest.found;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.PageCostTest;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people leaf through: lists of articles in both directions, and of terms. */
class ListPageQueryTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void leafing_there_and_back_shows_every_article_once(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            fill(library, 47);
            Term all = Term.EVERYTHING;
            List<String> there = new ArrayList<>();
            ListPage page = library.older(all, null, 10);
            assertThat(page.newer()).isNull();
            while (page.older() != null) {
                assertThat(page.before()).isEqualTo(there.size());
                there.addAll(slugs(page));
                page = library.older(all, page.older(), 10);
            }
            there.addAll(slugs(page));
            assertThat(page.before()).isEqualTo(40);
            assertThat(there).hasSize(47).doesNotHaveDuplicates();
            assertThat(there.get(0)).isEqualTo("000046");
            List<String> back = new ArrayList<>(slugs(page));
            Cursor newer = page.newer();
            while (newer != null) {
                page = library.newer(all, newer, 10);
                back.addAll(0, slugs(page));
                newer = page.newer();
            }
            // The newest part is always whole, so that the last step may show some again.
            assertThat(back.stream().distinct()).containsExactlyElementsOf(there);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_article_stands_between_its_neighbours(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            fill(library, 9);
            Term term = found(library, Term.Kind.CATEGORY, "top0");
            List<Entry> listed = library.older(term, null, 10).entries();
            assertThat(listed).hasSize(3);
            AdjacentEntries middle = library.adjacent(term, listed.get(1));
            assertThat(middle.newer()).isEqualTo(listed.get(0));
            assertThat(middle.older()).isEqualTo(listed.get(2));
            assertThat(library.adjacent(term, listed.get(0)).newer()).isNull();
            assertThat(library.adjacent(term, listed.get(2)).older()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_largest_terms_come_first_with_their_newest_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            fill(library, 10);
            List<TermSummary> tops = library.terms().children(Term.Kind.CATEGORY, Term.EVERYTHING, 0, 2, true);
            assertThat(tops).extracting(branch -> branch.term().name()).containsExactly("top0", "top1");
            assertThat(tops).extracting(TermSummary::articles).containsExactly(4L, 3L);
            assertThat(tops).extracting(TermSummary::branches).containsExactly(4L, 3L);
            assertThat(tops.get(0).newest()).isNotNull();
            assertThat(tops.get(0).newest().slug()).isEqualTo("000009");
            assertThat(library.terms().countChildren(Term.Kind.CATEGORY, Term.EVERYTHING))
                    .isEqualTo(3);
            assertThat(library.terms().children(Term.Kind.CATEGORY, tops.get(0).term(), 0, 9, false))
                    .extracting(branch -> branch.term().page().path())
                    .containsExactlyInAnyOrder(
                            "categories/top0/sub0",
                            "categories/top0/sub3",
                            "categories/top0/sub6",
                            "categories/top0/sub9");
            assertThat(library.terms().children(Term.Kind.CATEGORY, Term.EVERYTHING, 2, 9, false))
                    .extracting(branch -> branch.term().name())
                    .containsExactly("top2");
            assertThat(library.terms().countArticles(Term.EVERYTHING)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_that_are_like_another_are_found(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md").categories(CategoryPath.of("Printing", "Letterpress"), CategoryPath.of("金融")));
            assertThat(names(library, "Pritning")).containsExactly("Printing");
            assertThat(names(library, "letter-press")).containsExactly("Letterpress");
            assertThat(names(library, "金")).containsExactly("金融");
            assertThat(names(library, "quite another thing")).isEmpty();
            assertThat(names(library, "")).isEmpty();
            assertThat(names(library, "a\u0000b")).isEmpty();
            assertThat(names(library, "\ud83d")).isEmpty();
        }
    }

    @Test
    void sqlite_finds_what_people_leaf_through_by_ranges_and_keys_alone() {
        try (Library library = Library.open(Databases.SQLITE.fresh(), clock)) {
            fill(library, 1_000);
            Term term = found(library, Term.Kind.CATEGORY, "top0");
            Cursor place = new Cursor(Instant.parse("2020-01-01T05:00:00Z"), 5);
            List<String> statements = new ArrayList<>();
            library.database().read(handle -> {
                handle.setSqlLogger(new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        statements.add(String.valueOf(context.getRenderedSql()));
                    }
                });
                ListPageQuery pages = new ListPageQuery(handle);
                pages.older(term, place, 10);
                pages.adjacent(term, pages.newer(term, place, 10).entries().get(0));
                BranchQuery branches = new BranchQuery(handle);
                branches.children(Term.Kind.CATEGORY, Term.EVERYTHING, 0, 10, true);
                branches.count(Term.Kind.CATEGORY, term);
                new SimilarTermQuery(handle).similar(Term.Kind.TAG, "x", 5);
                new AddressQuery(handle, 50).group(1, 50_000);
                return statements;
            });
            assertThat(statements)
                    .hasSizeGreaterThan(9)
                    .allSatisfy(statement -> assertThat(PageCostTest.plan(library, statement))
                            .as(statement)
                            .noneMatch(step -> step.startsWith("SCAN"))
                            .noneMatch(step -> step.contains("TEMP B-TREE")));
        }
    }

    private static List<String> names(Library library, String text) {
        return library.terms().similar(Term.Kind.CATEGORY, text, 5).stream()
                .map(branch -> branch.term().name())
                .toList();
    }

    private static List<String> slugs(ListPage page) {
        return page.entries().stream().map(Entry::slug).toList();
    }

    private static void fill(Library library, int size) {
        store(
                library,
                IntStream.range(0, size)
                        .mapToObj(i -> Draft.of("%06d.md".formatted(i))
                                .published(Instant.parse("2020-01-01T00:00:00Z")
                                        // Several at the same moment.
                                        .plusSeconds(i / 3 * 60L)
                                        .toString())
                                .categories(CategoryPath.of("top" + i % 3, "sub" + i % 30))
                                .tags("x" + i % 50))
                        .toArray(Draft[]::new));
    }
}
