package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.found;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Parameter;
import dev.feedmill.library.query.SelectionQuery;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TimeCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page costs the same however many articles there are: as many statements, each by a range of an index. */
public class PageCostTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_page_takes_as_many_statements_in_a_large_library_as_in_a_small_one(Databases database) {
        List<Integer> counts = new ArrayList<>();
        for (int size : new int[] {10, 1_000}) {
            try (Library library = Library.open(database.fresh(), clock)) {
                fill(library, size);
                counts.add(statements(library, Selection.newest(Term.EVERYTHING, 50))
                        .size());
            }
        }
        assertThat(counts.get(1)).isEqualTo(counts.get(0)).isLessThanOrEqualTo(4);
    }

    @Test
    void sqlite_finds_every_page_by_ranges_and_keys_alone() {
        try (Library library = Library.open(Databases.SQLITE.fresh(), clock)) {
            fill(library, 1_000);
            Term all = Term.EVERYTHING;
            Term x = found(library, Term.Kind.TAG, "x0");
            Cursor after = new Cursor(Instant.parse("2024-01-01T00:00:00Z"), 5);
            for (Selection selection : List.of(
                    Selection.newest(all, 50),
                    new Selection(Conditions.under(List.of(all)), Selection.Order.PUBLISHED, after, 50),
                    new Selection(Conditions.under(List.of(all, x)), Selection.Order.PUBLISHED, after, 50))) {
                for (String statement : statements(library, selection)) {
                    assertThat(plan(library, statement))
                            .as(statement)
                            .noneMatch(step -> step.startsWith("SCAN")
                                    && !step.contains("(subquery")
                                    && !step.equals("SCAN w")
                                    && !step.equals("SCAN found"))
                            .noneMatch(step -> step.contains("TEMP B-TREE"));
                }
            }
            // Few articles that changed since a time are sorted; that is the one sort there is.
            Selection since =
                    Selection.newest(Conditions.under(List.of(all)).since(Instant.parse("2030-01-01T00:00:00Z")), 50);
            assertThat(statements(library, since))
                    .allSatisfy(statement -> assertThat(plan(library, statement))
                            .noneMatch(step -> step.startsWith("SCAN listing") || step.startsWith("SCAN a")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_selection_scans_articles_or_listings(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            fill(library, 1_000);
            Term x = found(library, Term.Kind.TAG, "x0");
            Term rare = found(library, Term.Kind.TAG, "rare");
            Term y = found(library, Term.Kind.TAG, "x1");
            Instant time = Instant.parse("2020-01-01T06:00:00Z");
            Conditions.Languages languages = new Conditions.Languages(List.of("zh", "en"), true);
            for (Conditions where : List.of(
                    Conditions.under(List.of(x, y)),
                    conditions(List.of(List.of(x, y)), List.of(), null, null),
                    conditions(List.of(), List.of(x, y), null, null),
                    new Conditions(List.of(), List.of(), languages, null, Map.of(Parameter.HAS, "image"), Map.of()),
                    conditions(List.of(), List.of(), null, query("title")),
                    new Conditions(
                            List.of(),
                            List.of(y),
                            languages,
                            query("title -5"),
                            Map.of(),
                            Map.of(TimeCondition.FROM, time, TimeCondition.UNTIL, time)),
                    conditions(List.of(List.of(rare)), List.of(), null, query("title")),
                    conditions(List.of(), List.of(), null, query("-title")),
                    conditions(List.of(), List.of(), null, query("-titl*")),
                    new Conditions(
                            List.of(List.of(x, y)),
                            List.of(y),
                            languages,
                            null,
                            Map.of(),
                            Arrays.stream(TimeCondition.values())
                                    .collect(Collectors.toMap(condition -> condition, condition -> time))))) {
                for (Selection.Order order : Selection.Order.values()) {
                    Selection selection = new Selection(where, order, new Cursor(time, 5), 50);
                    List<String> statements = new ArrayList<>(statements(library, selection));
                    if (where.text() != null && !where.text().all().isEmpty()) {
                        statements.addAll(statements(library, query -> query.best(where, 0, 20)));
                    }
                    for (String statement : statements) {
                        if (statement.startsWith("SET ")) {
                            continue;
                        }
                        List<String> plan = plan(library, database, statement);
                        if (Boolean.getBoolean("plans.print")) {
                            System.out.println(statement + "\n  " + String.join("\n  ", plan) + "\n");
                        }
                        assertThat(plan)
                                .as("%s %s: %s", where, order, statement)
                                .noneMatch(step -> step.startsWith("SCAN a")
                                        || step.startsWith("SCAN l")
                                        || step.startsWith("SCAN x")
                                        || step.contains("Seq Scan"));
                    }
                }
            }
        }
    }

    private static Conditions conditions(
            List<List<Term>> groups,
            List<Term> none,
            Conditions.@Nullable Languages languages,
            @Nullable TextQuery text) {
        return new Conditions(groups, none, languages, text, Map.of(), Map.of());
    }

    /** Prefixes collect all their words each time, and an excluded word may be in nearly all articles. */
    @ParameterizedTest
    @ValueSource(strings = {"-title", "-titl*", "titl*", "titl* -5"})
    void sqlite_searches_once_where_a_search_for_each_article_would_be_slow(String typed) {
        try (Library library = Library.open(Databases.SQLITE.fresh(), clock)) {
            fill(library, 1_000);
            Term rare = found(library, Term.Kind.TAG, "rare");
            Conditions where = conditions(List.of(List.of(rare)), List.of(), null, query(typed));
            List<String> statements = statements(library, Selection.newest(where, 50)).stream()
                    .filter(statement -> statement.contains("words MATCH"))
                    .toList();
            assertThat(statements).isNotEmpty();
            assertThat(parents(library, statements.get(statements.size() - 1), "SCAN words"))
                    .isNotEmpty()
                    .allMatch(parent -> parent.startsWith("LIST SUBQUERY"));
        }
    }

    private static List<String> parents(Library library, String statement, String child) {
        record Step(int id, int parent, String detail) {}

        List<Step> steps = library.database()
                .read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + statement.replaceAll(":\\w+|\\?", "1"))
                        .map((row, context) ->
                                new Step(row.getInt("id"), row.getInt("parent"), row.getString("detail")))
                        .list());
        return steps.stream()
                .filter(step -> step.detail().startsWith(child))
                .flatMap(step -> steps.stream().filter(other -> other.id() == step.parent()))
                .map(Step::detail)
                .toList();
    }

    private static List<String> plan(Library library, Databases database, String statement) {
        if (database == Databases.SQLITE) {
            return plan(library, statement);
        }
        return library.database().read(handle -> {
            // A small table is read whole unless that is forbidden: this asks whether there is another way.
            handle.execute("SET LOCAL enable_seqscan = off");
            return handle.createQuery("EXPLAIN " + statement.replaceAll(":\\w+|\\?", "'1'"))
                    .mapTo(String.class)
                    .list();
        });
    }

    public static List<String> plan(Library library, String statement) {
        return library.database()
                .read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + statement.replaceAll(":\\w+|\\?", "1"))
                        .map((row, context) -> row.getString("detail"))
                        .list());
    }

    private static List<String> statements(Library library, Selection selection) {
        return statements(library, query -> query.page(selection));
    }

    private static List<String> statements(Library library, Function<SelectionQuery, Object> question) {
        List<String> statements = new ArrayList<>();
        library.database().read(handle -> {
            handle.setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(String.valueOf(context.getRenderedSql()));
                }
            });
            return question.apply(new SelectionQuery(handle, TextIndex.of(library.database(), handle), 50));
        });
        return statements;
    }

    private static TextQuery query(String typed) {
        return Objects.requireNonNull(TextQuery.read(typed, false));
    }

    private static void fill(Library library, int size) {
        for (int from = 0; from < size; from += 500) {
            store(
                    library,
                    IntStream.range(from, Math.min(size, from + 500))
                            .mapToObj(i -> Draft.of("%06d.md".formatted(i))
                                    .published(Instant.parse("2020-01-01T00:00:00Z")
                                            .plusSeconds(i * 60L)
                                            .toString())
                                    .tags(i == 7 ? new String[] {"x1", "rare"} : new String[] {"x" + i % 3}))
                            .toArray(Draft[]::new));
        }
        while (!library.writer().fillWords()) {
            // The words of some more are there.
        }
    }
}
