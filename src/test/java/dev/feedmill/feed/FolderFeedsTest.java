package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Posts;
import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real articles: every feed of them keeps the rules, and ROME reads from the XML what stands in the JSON. */
class FolderFeedsTest {
    private final Samples.Renderer renderer = Samples.renderer(Samples.SITE);

    static List<Path> folders() {
        return Posts.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void feeds_of_a_folder_keep_the_rules_and_agree(Path folder) throws IOException {
        List<Entry> entries = Samples.folder(folder).entries();
        assertThat(entries).hasSizeGreaterThan(12);
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
