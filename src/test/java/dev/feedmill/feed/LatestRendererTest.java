package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatestRendererTest {
    private final LatestRenderer renderer = new LatestRenderer(Samples.SITE);

    @Test
    void gives_each_requested_field_and_no_other() {
        Page page = Samples.page(Samples.article("T", "<p>x</p>"));
        for (String field : LatestRenderer.FIELDS) {
            Document document = renderer.render(page, ContentOptions.WHOLE, Set.of(field), null, Deadline.NEVER);
            assertThat(Json.items(document).get(0).keySet()).isSubsetOf(field);
        }
        assertThat(Json.items(renderer.render(page, ContentOptions.WHOLE, Set.of("title", "id"), null, Deadline.NEVER))
                        .get(0))
                .containsOnlyKeys("id", "title");
    }

    @Test
    void gives_paths_of_categories_and_the_effective_language() {
        Page page = Samples.page(Samples.article(
                "T",
                "",
                "S",
                List.of("A", "B"),
                List.of(CategoryPath.of("金", "银"), CategoryPath.of("铜")),
                List.of("t"),
                null,
                null,
                null));
        Map<String, Object> item = Json.items(renderer.render(
                        page, ContentOptions.WHOLE, Set.copyOf(LatestRenderer.FIELDS), null, Deadline.NEVER))
                .get(0);
        assertThat(item)
                .containsEntry("categories", List.of(List.of("金", "银"), List.of("铜")))
                .containsEntry("authors", List.of("A", "B"))
                .containsEntry("tags", List.of("t"))
                .containsEntry("language", "zh-CN")
                .doesNotContainKey("image");
    }

    @Test
    void names_the_next_page_or_says_that_there_is_none() {
        assertThat(Json.read(renderer.render(Samples.page(), ContentOptions.WHOLE, Set.of(), "MQ", Deadline.NEVER)))
                .containsEntry("next", "MQ");
        assertThat(Json.read(renderer.render(Samples.page(), ContentOptions.WHOLE, Set.of(), null, Deadline.NEVER)))
                .containsEntry("next", null);
    }

    @Test
    void says_the_same_as_the_feeds() throws IOException {
        Page seeds = Samples.folder(Path.of("seeds"));
        Document latest =
                renderer.render(seeds, ContentOptions.WHOLE, Set.copyOf(LatestRenderer.FIELDS), null, Deadline.NEVER);
        Document feed = Samples.renderer(Samples.SITE).render(Format.JSON, Term.EVERYTHING, seeds);
        assertThat(ReadBack.of(Format.JSON, latest)).isEqualTo(ReadBack.of(Format.JSON, feed));
    }
}
