package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.identity.ChangedFile;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.IdentityResolver;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class LibraryTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void stored_articles_are_listed_whole_and_newest_first(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft old = Draft.of("a.md").published("2024-01-01T00:00:00Z").tags("x", "y");
            Draft young = Draft.of("b.md").published("2024-02-01T00:00:00Z").categories(CategoryPath.of("金融", "新浪财经"));
            store(library, old, young);

            Page page = all(library);

            assertThat(page.entries()).extracting(Entry::article).containsExactly(young.article(), old.article());
            assertThat(page.updated()).isEqualTo("2024-02-01T00:00:00Z");
            assertThat(page.next()).isNull();
            assertThat(library.articles().bySlug("a"))
                    .isEqualTo(new Resolution.Found<>(page.entries().get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parent_lists_the_articles_of_its_children(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md").categories(CategoryPath.of("A", "B", "C")),
                    Draft.of("b.md").categories(CategoryPath.of("A")).tags("B"));

            assertThat(library.terms().listed())
                    .extracting(listing -> listing.term().page().path() + " " + listing.articles())
                    .containsExactly(" 2", "categories/A 2", "categories/A/B 1", "categories/A/B/C 1", "tags/B 1");
            assertThat(titles(library, found(library, Term.Kind.CATEGORY, "A", "B")))
                    .containsExactly("Title of a.md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void other_spellings_of_a_term_redirect_to_the_canonical_one(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md")
                            .categories(CategoryPath.of("金融", "新浪财经－国內"), CategoryPath.of("C/C++", "Überblick"))
                            .tags("feed.json", "..", "a b"));

            Term leaf = found(library, Term.Kind.CATEGORY, "金融", "新浪财经－国內");
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("新浪财经－国內")))
                    .isEqualTo(new Resolution.Moved<>(leaf));
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("新浪财经-国內")))
                    .isEqualTo(new Resolution.Unknown<>());
            Term c = found(library, Term.Kind.CATEGORY, "C-C-");
            assertThat(c.names()).containsExactly("C/C++");
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("c", "c++")))
                    .isEqualTo(new Resolution.Moved<>(c));
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("C/C++")))
                    .isEqualTo(new Resolution.Moved<>(c));
            Term accented = found(library, Term.Kind.CATEGORY, "C-C-", "Überblick");
            assertThat(library.terms().find(Term.Kind.CATEGORY, List.of("c-c-", "U\u0308BERBLICK")))
                    .isEqualTo(new Resolution.Moved<>(accented));
            assertThat(found(library, Term.Kind.TAG, "feed-json").name()).isEqualTo("feed.json");
            assertThat(found(library, Term.Kind.TAG, "-").name()).isEqualTo("..");
            assertThat(library.terms().find(Term.Kind.TAG, List.of("A B")))
                    .isEqualTo(new Resolution.Moved<>(found(library, Term.Kind.TAG, "a-b")));
            assertThat(library.terms().find(Term.Kind.TAG, List.of("nul\0", "\ud83d")))
                    .isEqualTo(new Resolution.Unknown<>());
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_that_share_a_segment_are_kept_apart_and_names_that_differ_in_case_are_one(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md").tags("C#"),
                    Draft.of("b.md").tags("C++"),
                    Draft.of("c.md").tags("c#"));

            assertThat(titles(library, found(library, Term.Kind.TAG, "C-")))
                    .containsExactlyInAnyOrder("Title of a.md", "Title of c.md");
            assertThat(titles(library, found(library, Term.Kind.TAG, "C--2"))).containsExactly("Title of b.md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_term_without_articles_is_gone_and_a_term_of_drafts_alone_is_unknown(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md").tags("x"),
                    Draft.of("b.md").tags("y").hidden(true));

            assertThat(library.terms().find(Term.Kind.TAG, List.of("y"))).isEqualTo(new Resolution.Unknown<>());
            remove(library, "a.md", "b.md");

            assertThat(library.terms().find(Term.Kind.TAG, List.of("x"))).isInstanceOf(Resolution.Gone.class);
            assertThat(library.terms().find(Term.Kind.TAG, List.of("y"))).isEqualTo(new Resolution.Unknown<>());
            assertThat(library.terms().find(Term.Kind.TAG, List.of("z"))).isEqualTo(new Resolution.Unknown<>());
            assertThat(library.articles().bySlug("a")).isInstanceOf(Resolution.Gone.class);
            assertThat(library.articles().bySlug("c")).isEqualTo(new Resolution.Unknown<>());
            assertThat(library.terms().listed()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_follow_each_other_without_gaps_or_duplicates(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    IntStream.range(0, 25)
                            .mapToObj(i -> Draft.of(i + ".md").published("2024-01-0" + (1 + i % 3) + "T00:00:00Z"))
                            .sorted(java.util.Comparator.comparing(Draft::path))
                            .toArray(Draft[]::new));

            List<Entry> seen = new ArrayList<>();
            Page page = all(library, 10);
            seen.addAll(page.entries());
            while (page.next() != null) {
                page = library.page(
                        new Selection(Conditions.NOTHING_ASKED, Selection.Order.PUBLISHED, page.next(), 10));
                seen.addAll(page.entries());
            }

            assertThat(seen).hasSize(25).isEqualTo(all(library, 100).entries());
            assertThat(new HashSet<>(seen)).hasSize(25);
        }
    }

    @ParameterizedTest
    @EnumSource
    void terms_are_combined_and_since_looks_at_the_last_change(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            store(
                    library,
                    Draft.of("a.md").tags("x", "y"),
                    Draft.of("b.md").tags("x").updated("2024-03-01T00:00:00Z"),
                    Draft.of("c.md").tags("y"));
            Term x = found(library, Term.Kind.TAG, "x");
            Term y = found(library, Term.Kind.TAG, "y");

            assertThat(library.page(Selection.newest(Conditions.under(List.of(x, y)), 10))
                            .entries())
                    .extracting(entry -> entry.article().title())
                    .containsExactly("Title of a.md");
            Instant march = Instant.parse("2024-03-01T00:00:00Z");
            assertThat(library.page(Selection.newest(
                                    Conditions.under(List.of(x)).since(march), 10))
                            .entries())
                    .extracting(entry -> entry.article().title())
                    .containsExactly("Title of b.md");
            assertThat(library.page(Selection.newest(
                                    Conditions.under(List.of(x)).since(march.plusMillis(1)), 10))
                            .entries())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_announced_with_its_terms_once_it_is_visible(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            List<Set<Long>> announced = new ArrayList<>();
            library.onChange(change -> {
                throw new IllegalStateException("one bad listener");
            });
            library.onChange(change -> announced.add(change.terms()));
            store(library, Draft.of("a.md").tags("x"), Draft.of("b.md").tags("y"));
            long x = found(library, Term.Kind.TAG, "x").number();
            long y = found(library, Term.Kind.TAG, "y").number();
            store(library, Draft.of("a.md").tags("x").title("New"));
            store(library, Draft.of("a.md").tags("x").title("New").modified("2024-05-05T00:00:00Z"));

            assertThat(announced).hasSize(2);
            assertThat(announced.get(1)).contains(0L, x).doesNotContain(y);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_is_kept_over_a_restart(Databases database) {
        String where = database.fresh();
        List<TermCount> listings;
        Page page;
        try (Library library = Library.open(where, clock)) {
            store(library, Draft.of("a.md").tags("x").categories(CategoryPath.of("A", "B")));
            listings = library.terms().listed();
            page = all(library);
        }
        try (Library library = Library.open(where, clock)) {
            assertThat(library.terms().listed()).isEqualTo(listings);
            assertThat(all(library)).isEqualTo(page);
            store(library, Draft.of("b.md").tags("x", "new"));
            assertThat(titles(library, found(library, Term.Kind.TAG, "x"))).hasSize(2);
        }
    }

    public static void store(Library library, Draft... drafts) {
        store(library, List.of(), List.of(drafts).stream().map(Draft::reading).toList());
    }

    /** Stores changed files together with missing files; all others are unchanged. */
    public static void store(Library library, List<FileRow> missing, List<FileReading> readings) {
        store(library, missing, readings, row -> FileState.SAME);
    }

    public static void store(
            Library library, List<FileRow> missing, List<FileReading> readings, Function<FileRow, FileState> state) {
        FolderChange moment = new FolderChange(
                readings.stream().map(ChangedFile::of).toList(),
                missing,
                Set.of(),
                state,
                file -> readings.stream()
                        .filter(reading -> reading.path().equals(file.path()))
                        .findFirst()
                        .map(FileReading::body)
                        .orElse(null));
        Identities identities = library.database().read(handle -> IdentityResolver.resolve(handle, moment));
        library.writer().store(readings, identities);
        library.writer()
                .remove(missing.stream()
                        .filter(row -> !identities.claimed(row.article()))
                        .toList());
    }

    public static void remove(Library library, String... paths) {
        library.writer().remove(rows(library, paths));
    }

    public static List<FileRow> rows(Library library, String... paths) {
        return library.database().read(handle -> {
            FileTable files = new FileTable(handle);
            files.load(List.of(paths));
            return List.copyOf(files.all());
        });
    }

    public static Term found(Library library, Term.Kind kind, String... segments) {
        Resolution<Term> lookup = library.terms().find(kind, List.of(segments));
        assertThat(lookup).isInstanceOf(Resolution.Found.class);
        return ((Resolution.Found<Term>) lookup).value();
    }

    public static Page all(Library library) {
        return all(library, 50);
    }

    public static Page all(Library library, int limit) {
        return library.page(Selection.newest(Term.EVERYTHING, limit));
    }

    static List<String> titles(Library library, Term term) {
        return library.page(Selection.newest(term, 50)).entries().stream()
                .map(entry -> entry.article().title())
                .toList();
    }
}
