package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to a folder, the library that followed it equals one of a first scan. */
class FolderTruthTest {
    private static final List<String> NAMES = List.of("a.md", "b.md", "x/a.md", "x/y/c.md", "z/d.md");

    /** What a person may do between two looks at the folder. */
    record Step(int what, String name, String other, int variant) {}

    @Provide
    Arbitrary<List<List<Step>>> steps() {
        Arbitrary<String> names = Arbitraries.of(NAMES);
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        names,
                        names,
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void a_followed_folder_gives_the_same_library_as_a_fresh_scan(@ForAll("steps") List<List<Step>> rounds)
            throws IOException {
        Path temp = Files.createTempDirectory("feedmill-truth");
        MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
        Folder folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        folder.article("first.md", "First");
        try (Library followed = Library.open(temp.resolve("followed").toString(), clock);
                Library fresh = Library.open(temp.resolve("fresh").toString(), clock)) {
            Folder.scan(folder.path(), followed, Folder.reader(), clock);
            Map<String, String> ids = new HashMap<>();
            Instant updated = Instant.EPOCH;
            int time = 0;
            for (List<Step> round : rounds) {
                for (Step step : round) {
                    apply(folder, step, ++time);
                }
                clock.advance(java.time.Duration.ofMinutes(1));
                FolderStatus status = Folder.scan(folder.path(), followed, Folder.reader(), clock);
                assertThat(status.files())
                        .isEqualTo(status.served()
                                + status.hidden()
                                + status.skipped().size());
                Page page = LibraryTest.all(followed);
                assertThat(page.updated()).isAfterOrEqualTo(updated);
                updated = page.updated();
                page.entries()
                        .forEach(entry -> assertThat(
                                        ids.putIfAbsent(entry.slug(), entry.id().uri()))
                                .isIn(null, entry.id().uri()));
            }
            Folder.scan(folder.path(), fresh, Folder.reader(), clock);

            assertThat(tell(followed)).isEqualTo(tell(fresh));
            assertThat(followed.files().snapshot()).isEqualTo(fresh.files().snapshot());
        }
        delete(temp);
    }

    private static void apply(Folder folder, Step step, int time) throws IOException {
        Path file = folder.path().resolve(step.name());
        switch (step.what()) {
            case 0, 1, 2 -> write(folder, step, time);
            case 3 -> Files.deleteIfExists(file);
            case 4, 5 -> {
                if (Files.exists(file) && !step.name().equals(step.other())) {
                    Path to = folder.path().resolve(step.other());
                    Files.createDirectories(to.resolveSibling("."));
                    Files.move(file, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            default -> folder.write(step.name(), "---\ntitle: never closed " + time + "\n");
        }
    }

    private static void write(Folder folder, Step step, int time) {
        String more = switch (step.variant()) {
            case 0 -> "draft: true\n";
            case 1 -> "tags: [x, Y]\n";
            case 2 -> "categories: [A, B]\n";
            case 3 -> "categories: [[A, C], [D]]\ntags: [Z]\n";
            case 4 -> "author: N\n";
            default -> "tags: x\n";
        };
        // The length changes with every step, so that no change hides behind the same size and time.
        folder.write(step.name(), Folder.text("T" + time + "i".repeat(time * 40), more));
    }

    /** All content that does not depend on the order of events. */
    private static List<String> tell(Library library) {
        List<String> lines = new ArrayList<>();
        for (TermCount listing : library.terms().listed()) {
            Page page = library.page(Selection.newest(listing.term(), 100));
            List<String> articles = page.entries().stream()
                    .map(entry -> {
                        assertThat(library.articles().bySlug(entry.slug())).isEqualTo(new Resolution.Found<>(entry));
                        return content(entry.article());
                    })
                    .sorted()
                    .toList();
            assertThat(articles).hasSize((int) listing.articles());
            lines.add(listing.term().kind() + " " + listing.term().names() + " " + articles);
            if (listing.term().kind() != Term.Kind.EVERYTHING) {
                assertThat(library.terms()
                                .find(listing.term().kind(), listing.term().segments()))
                        .isEqualTo(new Resolution.Found<>(listing.term()));
            }
        }
        return lines;
    }

    private static String content(Article article) {
        return article.title()
                + article.body()
                + article.summary()
                + article.categories()
                + article.tags()
                + article.published();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
