package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real articles: every feed of them keeps the rules, and ROME reads from the XML what stands in the JSON. */
class FolderFeedsTest {
    private final Samples.Renderer renderer = Samples.renderer(Samples.SITE);

    @Test
    void the_seeds_keep_the_rules_and_agree() throws IOException {
        Page seeds = Samples.folder(Path.of("seeds"));
        assertThat(seeds.entries()).hasSizeGreaterThan(12);
        check(seeds);
    }

    @Test
    void posts_of_many_generators_keep_the_rules_and_agree() throws IOException {
        Path corpus = Path.of("../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "skipped: the real posts are not beside the project");
        List<Entry> entries = Samples.folder(corpus).entries();
        assertThat(entries).hasSizeGreaterThan(300);
        for (int from = 0; from < entries.size(); from += 50) {
            check(Samples.page(distinct(entries.subList(from, Math.min(entries.size(), from + 50)))));
        }
    }

    private void check(Page page) {
        List<ReadBack> json = ReadBack.of(Format.JSON, renderer.render(Format.JSON, Term.EVERYTHING, page));
        for (Format format : Format.values()) {
            Document document = renderer.render(format, Term.EVERYTHING, page);
            assertThat(FeedRules.faults(format, document)).isEmpty();
            List<ReadBack> read = ReadBack.of(format, document);
            assertThat(read).hasSameSizeAs(page.entries());
            for (int i = 0; i < read.size(); i++) {
                String label = page.entries().get(i).article().label();
                assertThat(read.get(i)).isEqualTo(json.get(i).in(format, label));
            }
        }
    }

    /** The library gives a second article of one id another; here it is left out. */
    private static List<Entry> distinct(List<Entry> entries) {
        HashSet<String> ids = new HashSet<>();
        List<Entry> distinct = new ArrayList<>(entries);
        distinct.removeIf(entry -> !ids.add(entry.id().uri()));
        return distinct;
    }
}
