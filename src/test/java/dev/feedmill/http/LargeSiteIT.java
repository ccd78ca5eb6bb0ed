package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a library with a thousand categories. */
class LargeSiteIT {
    @Test
    void the_tree_folds_and_every_category_can_still_be_reached(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: 一篇很长的文章标题 number " + i + "\ndate: 2024-01-01\ncategories: [大类 " + i % 250 + ", 子类 " + i
                            + "]\nauthor: Author " + i % 300 + "\ntags: [tag" + i + "]\n---\n\nText.\n");
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.get("/").body()).hasSizeLessThan(150_000);
            assertThat(app.text("/")).contains("All 250 categories", "All 300 authors", "All 1,000 tags");
            String tops = app.text("/categories") + app.text("/categories?page=2");
            for (int i = 0; i < 250; i++) {
                assertThat(tops).contains("categories/%E5%A4%A7%E7%B1%BB-" + i + "\"");
            }
            assertThat(app.get("/categories?page=3").statusCode()).isEqualTo(404);
            assertThat(app.text("/categories/%E5%A4%A7%E7%B1%BB-249"))
                    .contains("%E5%AD%90%E7%B1%BB-249", "%E5%AD%90%E7%B1%BB-999");
            assertThat(app.text("/tags?page=5").split("class=\"count\"", -1)).hasSize(201);
            assertThat(app.get("/builder").body()).hasSizeLessThan(150_000);
            assertThat(new String(app.get("/sitemap.xml").body(), StandardCharsets.UTF_8))
                    .contains("articles-1.xml");
        }
    }

    @Test
    void nothing_that_an_author_writes_leaves_its_element(@TempDir Path folder) throws Exception {
        String evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\\\"'`<!--";
        TestApp.write(
                folder,
                "a.md",
                "---\ntitle: |-\n  " + evil + "\nsummary: |-\n  " + evil + "\nauthor: |-\n  " + evil
                        + "\ncategories: |-\n  " + evil + "\ntags: |-\n  " + evil
                        + "\ndate: 2024-01-01\n---\n\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of("site.title", evil, "site.description", evil))) {
            for (String path :
                    new String[] {"/", "/articles/a", "/categories", "/authors", "/tags", "/builder", "/status"}) {
                assertThat(app.text(path).replaceFirst("<script type=\"application/ld\\+json\">[^<]*</script>", ""))
                        .as(path)
                        .doesNotContain("<script>", "<img src=x", "<!--")
                        .containsOnlyOnce("</script>");
            }
            assertThat(app.text("/assets/feed.css")).doesNotContain("</");
        }
    }
}
