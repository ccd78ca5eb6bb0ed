package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import dev.feedmill.selection.TermSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers of a library that is written to at the same time. Articles come, change, move and go by two, which is one
 * commit; both of two have the same number in their titles and the same tag, so that an answer from more than one state
 * shows.
 */
class ReadersBesideWriterTest {
    private static final int PAIRS = 4;
    private static final int WRITES = 150;
    private static final int READERS = 3;
    private static final List<String> TAGS = List.of("red", "green", "blue");

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void every_result_is_of_one_state(Databases database) throws Exception {
        readBesideWriter(database.fresh());
    }

    void readBesideWriter(String where) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (Library library = Library.open(where, clock)) {
            Writes writes = new Writes(library);
            for (int pair = 0; pair < PAIRS; pair++) {
                writes.put(pair);
            }
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> new Reads(library).until(done)));
            }
            try {
                for (int i = 0; i < WRITES; i++) {
                    writes.oneMore();
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).as("rounds of a reader").isPositive();
            }
            new Reads(library).round();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The paths of each present pair. */
    private final class Writes {
        private final Library library;
        private final Random random = new Random(7);
        private final Map<Integer, String> folders = new HashMap<>();
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private int number;

        Writes(Library library) {
            this.library = library;
        }

        void oneMore() {
            int pair = random.nextInt(PAIRS);
            String folder = folders.get(pair);
            if (folder == null || random.nextInt(3) > 0) {
                put(pair);
            } else if (random.nextBoolean()) {
                move(pair, folder);
            } else {
                folders.remove(pair);
                LibraryTest.remove(library, paths(pair, folder));
            }
        }

        void put(int pair) {
            String folder = folders.computeIfAbsent(pair, key -> "f");
            numbers.put(pair, ++number);
            clock.advance(Duration.ofMinutes(1));
            LibraryTest.store(library, List.of(), readings(pair, folder));
        }

        /** The same bytes at other paths. */
        private void move(int pair, String folder) {
            String other = folder.equals("f") ? "g" : "f";
            LibraryTest.store(library, LibraryTest.rows(library, paths(pair, folder)), readings(pair, other));
            folders.put(pair, other);
        }

        private List<FileReading> readings(int pair, String folder) {
            int at = numbers.getOrDefault(pair, 0);
            String tag = TAGS.get(at % TAGS.size());
            return IntStream.range(0, 2)
                    .mapToObj(i -> Draft.of(paths(pair, folder)[i])
                            .title("Pair " + pair + " at " + at + " in " + tag)
                            .published("2024-01-01T00:00:%02dZ".formatted(pair * 2 + i))
                            .tags(tag)
                            .categories(CategoryPath.of("All", "Of " + tag))
                            .reading())
                    .toList();
        }

        private static String[] paths(int pair, String folder) {
            return new String[] {folder + "/p" + pair + "-0.md", folder + "/p" + pair + "-1.md"};
        }
    }

    /** The reads that one thread repeats. */
    private static final class Reads {
        private final Library library;
        private Instant updated = Instant.EPOCH;

        Reads(Library library) {
            this.library = library;
        }

        int until(AtomicBoolean done) {
            int rounds = 0;
            while (!done.get()) {
                round();
                rounds++;
            }
            return rounds;
        }

        void round() {
            Page all = LibraryTest.all(library, 100);
            whole(all.entries());
            assertThat(all.updated()).as("the time of the last change").isAfterOrEqualTo(updated);
            updated = all.updated();
            counts();
            FeedPage feed = library.currentFeed(Term.EVERYTHING);
            whole(feed.page().entries());
            ListPage list = library.older(Term.EVERYTHING, null, 100);
            whole(list.entries());
            summaries();
            assertThat(library.articles().addresses(1, 100))
                    .extracting(PageAddress::address)
                    .doesNotHaveDuplicates();
            for (Entry entry : all.entries()) {
                if (library.articles().bySlug(entry.slug()) instanceof Resolution.Found<Entry> found) {
                    assertThat(found.value().id()).as("who has a slug").isEqualTo(entry.id());
                }
            }
        }

        /** No entry twice, the newest first, and of each pair both or none. */
        private static void whole(List<Entry> entries) {
            assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
            assertThat(entries).extracting(Entry::slug).doesNotHaveDuplicates();
            assertThat(entries)
                    .isSortedAccordingTo(Comparator.comparing(Entry::published).reversed());
            Map<String, Long> titles = entries.stream()
                    .collect(Collectors.groupingBy(entry -> entry.article().title(), Collectors.counting()));
            assertThat(titles.values()).as("both of each pair: %s", titles).allMatch(count -> count == 2);
        }

        /** Each answer is made of two queries, so that a state shows that came between them. */
        private void summaries() {
            for (int i = 0; i < 50; i++) {
                List<TermSummary> tags = library.terms().children(Term.Kind.TAG, Term.EVERYTHING, 0, 10, true);
                assertThat(tags).allSatisfy(tag -> {
                    Entry newest = tag.newest();
                    assertThat(newest).as("the newest of %s", tag.articles()).isNotNull();
                    assertThat(newest.article().tags()).isEqualTo(tag.term().names());
                    assertThat(tag.articles() % 2).isZero();
                });
                tags.forEach(tag -> tagged(tag.term()));
            }
        }

        private void counts() {
            Map<String, Long> counts = library.terms().listed().stream()
                    .collect(Collectors.toMap(count -> count.term().page().path(), TermCount::articles));
            long everything = counts.getOrDefault("", 0L);
            long tagged = counts.entrySet().stream()
                    .filter(count -> count.getKey().startsWith("tags/"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(tagged).as("articles under tags in %s", counts).isEqualTo(everything);
            assertThat(counts.getOrDefault("categories/All", 0L)).isEqualTo(everything);
            assertThat(counts.values()).allMatch(count -> count > 0 && count % 2 == 0);
        }

        private void tagged(Term tag) {
            List<Entry> entries = library.page(Selection.newest(tag, 100)).entries();
            whole(entries);
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(entry.article().tags()).isEqualTo(tag.names()));
            if (library.terms().countArticles(tag) % 2 != 0) {
                fail("half a pair is counted under " + tag.names());
            }
        }
    }
}
