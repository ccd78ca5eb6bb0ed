package dev.feedmill.feed.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.FeedRules;
import dev.feedmill.feed.ReadBack;
import dev.feedmill.feed.Samples;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizeLimiterTest {
    private static FeedPage chapter(List<Integer> bodies) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            entries.add(Samples.entry(
                    "e" + i, Samples.article("Title " + i, "<p>" + "a&amp;é".repeat(bodies.get(i)) + "</p>")));
        }
        return new FeedPage(0, 3, 0, 4, new Page(entries, Samples.PUBLISHED, null), List.of());
    }

    private static FeedRenderer renderer(int wanted, int most, int fewest) {
        return new FeedRenderer(Samples.SITE, new FeedSize(wanted, most, fewest));
    }

    @Property(tries = 150)
    void a_feed_is_no_larger_than_wanted_unless_the_newest_entry_or_the_fewest_make_it_so(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 900) Integer> bodies,
            @ForAll @IntRange(min = 2_000, max = 60_000) int wanted,
            @ForAll Format format) {
        FeedPage chapter = chapter(bodies);
        Document document = renderer(wanted, 100_000, 2)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .document();
        byte[] bytes = document.bytes(Coding.IDENTITY);
        List<ReadBack> read = ReadBack.of(format, document);
        assertThat(read.size()).isBetween(Math.min(2, bodies.size()), bodies.size());
        if (bytes.length > wanted && read.size() > 2) {
            // Only the body of the newest entry may be the reason.
            assertThat(bytes.length - bodies.get(0) * 14 - 200).isLessThan(wanted);
        }
        List<Boolean> whole =
                read.stream().map(entry -> !entry.content().isEmpty()).toList();
        assertThat(whole.get(0)).isTrue();
        assertThat(whole.lastIndexOf(true))
                .as("the oldest bodies go first")
                .isEqualTo((int) whole.stream().filter(full -> full).count() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_that_is_small_enough_is_left_alone(Format format) {
        FeedPage chapter = chapter(List.of(10, 20, 30));
        byte[] unbounded = renderer(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .document()
                .bytes(Coding.IDENTITY);
        byte[] bounded = renderer(unbounded.length, unbounded.length, 1)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .document()
                .bytes(Coding.IDENTITY);
        assertThat(bounded).isEqualTo(unbounded);
    }

    @ParameterizedTest
    @EnumSource
    void where_names_alone_are_too_large_entries_come_without_them(Format format) {
        List<String> tags =
                IntStream.range(0, 300).mapToObj(i -> "A tag of a number " + i).toList();
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            articles.add(Samples.article("T" + i, "", "Short.", List.of("A"), List.of(), tags, null, null, null));
        }
        FeedPage chapter = new FeedPage(Samples.page(articles.toArray(Article[]::new)), List.of());
        Document document = renderer(20_000, 100_000, 10)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .document();
        assertThat(document.bytes(Coding.IDENTITY)).hasSizeLessThan(20_000);
        assertThat(ReadBack.of(format, document)).hasSize(20);
        assertThat(new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8))
                .doesNotContain("A tag of a number");
        assertThat(renderer(300, 1_500, 10)
                        .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                        .document()
                        .bytes(Coding.IDENTITY))
                .as("above the hard limit not even the fewest stay")
                .hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @EnumSource
    void above_the_hard_limit_even_the_newest_body_gives_way(Format format) {
        Document document = renderer(5_000, 8_000, 5)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter(List.of(2_000, 10)))
                .document();
        assertThat(ReadBack.of(format, document))
                .hasSize(2)
                .allMatch(entry -> entry.content().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_new_is_a_feed_of_its_own_that_claims_no_completeness(Format format) {
        FeedRenderer renderer = renderer(250_000, 1_000_000, 10);
        FeedPage before = chapter(List.of(10, 20));
        FeedPage after = chapter(List.of(10, 20, 30));
        Set<Long> seen = renderer.render(format, FeedDescriptor.of(Term.EVERYTHING), before)
                .entries();

        Document delta = renderer.delta(format, FeedDescriptor.of(Term.EVERYTHING), after, seen, Deadline.NEVER);

        Objects.requireNonNull(delta);
        assertThat(FeedRules.faults(format, delta)).isEmpty();
        String text = new String(delta.bytes(Coding.IDENTITY), StandardCharsets.UTF_8);
        assertThat(ReadBack.of(format, delta)).hasSize(1);
        assertThat(text).doesNotContain("fh:complete/", "prev-archive", "next_url");
        assertThat(renderer.delta(
                        format,
                        FeedDescriptor.of(Term.EVERYTHING),
                        after,
                        renderer.render(format, FeedDescriptor.of(Term.EVERYTHING), after)
                                .entries(),
                        Deadline.NEVER))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_is_not_new_because_its_body_was_left_out(Format format) {
        FeedPage chapter = chapter(List.of(500, 500, 500));
        Set<Long> whole = renderer(250_000, 1_000_000, 10)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .entries();
        Set<Long> cut = renderer(5_000, 100_000, 1)
                .render(format, FeedDescriptor.of(Term.EVERYTHING), chapter)
                .entries();
        assertThat(cut).isEqualTo(whole).hasSize(3);
    }
}
