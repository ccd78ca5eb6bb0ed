package dev.feedmill.library.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Parameter;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryTest;
import dev.feedmill.library.MutableClock;
import dev.feedmill.search.Phrase;
import dev.feedmill.search.TextQuery;
import dev.feedmill.search.Tokenizer;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TimeCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a selection holds is what its conditions say, whatever they are. */
class SelectionQueryTest {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final int ARTICLES = 300;
    private static final List<String> WORDS =
            List.of("cat", "cats", "Dog", "café", "南昌", "南", "昌南天", "天气", "臺灣", "a", "of", "body");

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @ParameterizedTest
    @EnumSource
    void a_selection_holds_what_fulfils_all_conditions_in_order_page_by_page(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            fill(library);
            fillWords(library);
            List<Entry> all = library.page(Selection.newest(Conditions.NOTHING_ASKED, 1_000))
                    .entries();
            assertThat(all).hasSize(ARTICLES);
            List<Term> terms = library.terms().listed().stream()
                    .map(listing -> listing.term())
                    .filter(term -> term.kind() != Term.Kind.EVERYTHING)
                    .toList();
            Set<Integer> sizes = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                Conditions where = conditions(terms);
                Order order = random.nextBoolean() ? Order.PUBLISHED : Order.UPDATED;
                List<Entry> wanted = all.stream()
                        .filter(entry -> fulfils(entry, where))
                        .sorted(latestFirst(order))
                        .toList();
                assertThat(paged(library, where, order))
                        .as("%s %s", where, order)
                        .isEqualTo(wanted);
                sizes.add(wanted.size());
            }
            assertThat(sizes).hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_exclusion_and_a_language_need_no_term_that_exists(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(library, Draft.of("a.md").language("zh-Hant-TW"), Draft.of("b.md"));
            assertThat(titles(library, languages(false, "fr"))).isEmpty();
            assertThat(titles(library, languages(false, "zh"))).containsExactly("Title of a.md");
            assertThat(titles(library, languages(false, "ZH-hant"))).containsExactly("Title of a.md");
            assertThat(titles(library, languages(false, "zh-Han"))).isEmpty();
            assertThat(titles(library, languages(true, "en"))).containsExactly("Title of b.md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void any_number_of_languages_can_be_selected_at_once(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library,
                    IntStream.range(0, 700)
                            .mapToObj(i -> Draft.of(i + ".md").language(i < 2 ? "en" : "zh-x" + i))
                            .toArray(Draft[]::new));
            Page page = library.page(Selection.newest(languages(false, "zh"), 1_000));
            assertThat(page.entries()).hasSize(698);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_time_of_the_last_change_never_goes_back_nor_stands_still(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library, Draft.of("a.md").tags("x", "y"), Draft.of("b.md").tags("x"));
            Term x = LibraryTest.found(library, Term.Kind.TAG, "x");
            Term y = LibraryTest.found(library, Term.Kind.TAG, "y");
            library.writer().recordScan("1", "1");
            Selection both = Selection.newest(Conditions.under(List.of(x, y)), 10);
            Instant first = library.page(both).updated();
            clock.set("2024-06-02T00:00:00Z");
            LibraryTest.store(library, Draft.of("a.md").tags("y"));
            Page empty = library.page(both);
            assertThat(empty.entries()).isEmpty();
            assertThat(empty.updated()).isAfter(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_follow_every_change_of_their_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library,
                    Draft.of("a.md").title("first cat"),
                    Draft.of("b.md").title("second cat"),
                    Draft.of("c.md").title("cat to come").published("2024-06-02T00:00:00Z"),
                    Draft.of("d.md").title("cat draft").hidden(true));
            assertThat(library.hasAllWords()).isFalse();
            fillWords(library);
            assertThat(library.hasAllWords()).isTrue();
            assertThat(titles(library, saying("cat"))).containsExactlyInAnyOrder("first cat", "second cat");

            LibraryTest.store(
                    library,
                    Draft.of("a.md").title("first dog"),
                    Draft.of("e.md").title("fifth cat"));
            assertThat(titles(library, saying("cat"))).containsExactlyInAnyOrder("second cat", "fifth cat");
            assertThat(titles(library, saying("dog"))).containsExactly("first dog");

            LibraryTest.remove(library, "b.md");
            LibraryTest.store(library, Draft.of("e.md").title("fifth cat").published("2019-01-01T00:00:00Z"));
            assertThat(titles(library, saying("cat"))).containsExactly("fifth cat");

            clock.set("2024-06-03T00:00:00Z");
            library.writer().publishAndExpire();
            LibraryTest.store(library, Draft.of("d.md").title("cat draft"));
            assertThat(titles(library, saying("cat"))).containsExactly("cat to come", "cat draft", "fifth cat");
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_that_are_being_gathered_follow_changes_too(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library,
                    IntStream.range(0, 1_200)
                            .mapToObj(i -> Draft.of(i + ".md")
                                    .title("cat " + i)
                                    .published(BEGIN.plusSeconds(i).toString()))
                            .toArray(Draft[]::new));
            library.writer().fillWords();
            LibraryTest.store(
                    library,
                    Draft.of("3.md")
                            .title("dog 3")
                            .published(BEGIN.plusSeconds(3).toString()),
                    Draft.of("4.md")
                            .title("dog 4")
                            .published(BEGIN.plusSeconds(9_000).toString()),
                    Draft.of("1100.md").title("dog 1100").published(BEGIN.toString()),
                    Draft.of("1101.md")
                            .title("dog 1101")
                            .published(BEGIN.plusSeconds(1_101).toString()));
            LibraryTest.remove(library, "5.md");
            LibraryTest.remove(library, "1102.md");
            fillWords(library);
            assertThat(titles(library, saying("dog"))).containsExactly("dog 4", "dog 1101", "dog 3", "dog 1100");
            assertThat(library.page(Selection.newest(saying("cat"), 2_000)).entries())
                    .hasSize(1_194);
            assertThat(library.page(Selection.newest(saying("-dog"), 2_000)).entries())
                    .hasSize(1_194);
        }
    }

    @ParameterizedTest
    @EnumSource
    void articles_of_one_second_and_of_any_year_are_paged_in_order(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library,
                    IntStream.range(0, 100)
                            .mapToObj(i -> Draft.of(i + ".md")
                                    .title("cat " + i)
                                    .published(
                                            (i % 5 == 0 ? "1066" : i % 3 == 0 ? "1500" : "2024") + "-01-01T00:00:00Z"))
                            .toArray(Draft[]::new));
            fillWords(library);
            Conditions where = saying("cat");
            assertThat(paged(library, where, Order.PUBLISHED))
                    .isEqualTo(library.page(Selection.newest(Conditions.NOTHING_ASKED, 100))
                            .entries());
        }
    }

    private static void fillWords(Library library) {
        for (int i = 0; !library.writer().fillWords(); i++) {
            assertThat(i).isLessThan(100);
        }
    }

    private static Conditions saying(String typed) {
        return new Conditions(List.of(), List.of(), null, TextQuery.read(typed, false), Map.of(), Map.of());
    }

    private static Conditions languages(boolean unnamed, String... ranges) {
        return new Conditions(
                List.of(), List.of(), new Conditions.Languages(List.of(ranges), unnamed), null, Map.of(), Map.of());
    }

    private static List<String> titles(Library library, Conditions where) {
        return library.page(Selection.newest(where, 10)).entries().stream()
                .map(entry -> entry.article().title())
                .toList();
    }

    private List<Entry> paged(Library library, Conditions where, Order order) {
        int size = random.nextInt(1, 60);
        List<Entry> found = new ArrayList<>();
        Page page = library.page(new Selection(where, order, null, size));
        found.addAll(page.entries());
        while (page.next() != null) {
            assertThat(page.entries()).hasSize(size);
            page = library.page(new Selection(where, order, page.next(), size));
            found.addAll(page.entries());
        }
        return found;
    }

    private void fill(Library library) {
        LibraryTest.store(
                library,
                IntStream.range(0, ARTICLES)
                        .mapToObj(i -> {
                            Instant published = BEGIN.plusSeconds(random.nextInt(100) * 3_600L);
                            return Draft.of("%03d.md".formatted(i))
                                    .title(said())
                                    .published(published.toString())
                                    .updated(published
                                            .plusSeconds(random.nextInt(3) * 7_200L)
                                            .toString())
                                    .categories(
                                            CategoryPath.of("c" + random.nextInt(3), "d" + random.nextInt(3)),
                                            CategoryPath.of("e" + random.nextInt(2)))
                                    .tags("t" + random.nextInt(4), "u" + random.nextInt(40))
                                    .language(oneOf(null, "zh", "zh-TW", "en"))
                                    .image(oneOf(null, "https://x.example/a.png"));
                        })
                        .toArray(Draft[]::new));
    }

    /** Few words, so that phrases turn up by chance; a body says the title behind two words of its own. */
    private String said() {
        return random.ints(random.nextInt(1, 8), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" "));
    }

    private @Nullable TextQuery query() {
        if (random.nextInt(2) == 0) {
            return null;
        }
        String typed = IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> oneOf("", "", "-", "OR ") + oneOf("\"" + said() + "\"", word(), word(), word() + "*"))
                .collect(Collectors.joining(" "));
        return TextQuery.read(typed, random.nextInt(4) == 0);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private @Nullable String oneOf(@Nullable String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Conditions conditions(List<Term> terms) {
        List<List<Term>> groups = IntStream.range(0, random.nextInt(3))
                .mapToObj(group -> some(terms, random.nextInt(1, 4)))
                .toList();
        Map<TimeCondition, Instant> times = new EnumMap<>(TimeCondition.class);
        for (TimeCondition condition : TimeCondition.values()) {
            if (random.nextInt(3) == 0) {
                times.put(condition, BEGIN.plusMillis(random.nextLong(360_000_000)));
            }
        }
        return new Conditions(
                groups,
                some(terms, random.nextInt(3)),
                random.nextInt(3) > 0
                        ? null
                        : new Conditions.Languages(List.of(random.nextBoolean() ? "zh" : "en"), random.nextBoolean()),
                query(),
                random.nextInt(3) == 0 ? Map.of(Parameter.HAS, "image") : Map.of(),
                times);
    }

    private List<Term> some(List<Term> terms, int count) {
        return random.ints(count, 0, terms.size()).mapToObj(terms::get).toList();
    }

    private static boolean fulfils(Entry entry, Conditions where) {
        Article article = entry.article();
        Conditions.Languages languages = where.languages();
        String language = article.language();
        return where.groups().stream().allMatch(group -> group.stream().anyMatch(term -> isUnder(article, term)))
                && where.none().stream().noneMatch(term -> isUnder(article, term))
                && (languages == null
                        || (language == null
                                ? languages.unnamed()
                                : languages.ranges().stream()
                                        .anyMatch(range -> (language.toLowerCase(java.util.Locale.ROOT) + "-")
                                                .startsWith(range + "-"))))
                && (where.values().isEmpty() || article.image() != null)
                && (where.text() == null || says(article, where.text()))
                && where.times().entrySet().stream().allMatch(limit -> {
                    TimeCondition condition = limit.getKey();
                    Instant time = condition.order() == Order.UPDATED ? entry.updated() : entry.published();
                    return condition.isUpper() == time.isBefore(limit.getValue());
                });
    }

    private static boolean says(Article article, TextQuery query) {
        return query.all().stream().allMatch(any -> any.stream().anyMatch(phrase -> says(article, phrase)))
                && query.none().stream().noneMatch(phrase -> says(article, phrase));
    }

    private static boolean says(Article article, Phrase phrase) {
        return says(Tokenizer.tokens(article.title()), phrase)
                || (!phrase.title() && says(Tokenizer.tokens("Body of " + article.title()), phrase));
    }

    private static boolean says(List<String> text, Phrase phrase) {
        return IntStream.range(0, text.size()).anyMatch(at -> isAt(text, at, phrase));
    }

    private static boolean isAt(List<String> text, int at, Phrase phrase) {
        int size = phrase.tokens().size();
        return at + size <= text.size()
                && IntStream.range(0, size)
                        .allMatch(i -> (i == size - 1 && phrase.prefix())
                                ? text.get(at + i).startsWith(phrase.tokens().get(i))
                                : text.get(at + i).equals(phrase.tokens().get(i)));
    }

    private static boolean isUnder(Article article, Term term) {
        return switch (term.kind()) {
            case EVERYTHING -> true;
            case AUTHOR -> article.authors().contains(term.name());
            case TAG -> article.tags().contains(term.name());
            case CATEGORY ->
                article.categories().stream()
                        .map(CategoryPath::names)
                        .anyMatch(names -> names.size() >= term.names().size()
                                && names.subList(0, term.names().size()).equals(term.names()));
        };
    }

    private static Comparator<Entry> latestFirst(Order order) {
        return Comparator.comparing((Entry entry) -> entry.place(order).time())
                .thenComparing(Entry::number)
                .reversed();
    }
}
