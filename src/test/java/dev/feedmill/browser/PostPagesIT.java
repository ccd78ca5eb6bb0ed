package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.feedmill.Posts;
import dev.feedmill.TestApp;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of whole folders of posts against the rules of HTML. */
class PostPagesIT {
    private static final Path FINDINGS = Path.of("target/post-pages.txt");

    @TempDir
    Path folder;

    /** All but the seeds, one of which has a picture with widths and without sizes, as its author wrote it. */
    static List<Path> posts() {
        return Posts.folders().stream()
                .filter(folder -> !folder.equals(Posts.SEEDS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void a_sanitised_body_breaks_no_rule_of_html(Path posts) throws Exception {
        HtmlChecker checker = new HtmlChecker();
        Map<String, List<String>> broken = new TreeMap<>();
        try (TestApp app = TestApp.start(
                        folder,
                        Map.of(
                                "articles.folder", posts.toString(),
                                "latest.max-limit", "1000",
                                "server.unconditional-gets", "0"));
                PrintStream findings = new PrintStream(FINDINGS.toFile(), "UTF-8")) {
            List<String> pages = pages(app);
            assertThat(pages).hasSizeGreaterThan(12);
            findings.println(pages.size() + " pages");
            for (String path : pages) {
                for (HtmlChecker.Finding finding : checker.check(app.get(path).body())) {
                    findings.println(path + " " + finding.type() + " " + finding);
                    if (finding.isError()) {
                        broken.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                                .add(path);
                    }
                }
            }
        }
        String counted = broken.entrySet().stream()
                .map(e -> e.getValue().size() + " in "
                        + e.getValue().stream().distinct().count() + " pages: " + e.getKey() + " such as "
                        + e.getValue().get(0))
                .collect(Collectors.joining("\n"));
        assertThat(counted)
                .as("kinds of errors; each of them is in %s", FINDINGS)
                .isEmpty();
    }

    /** Those of articles that live here. */
    private static List<String> pages(TestApp app) throws Exception {
        return new Gson()
                .fromJson(app.text("/latest?limit=1000&fields=url"), Latest.class).items().stream()
                        .map(item -> URI.create(item.url()))
                        .filter(url -> url.getHost().equals("localhost"))
                        .map(URI::getRawPath)
                        .toList();
    }

    private record Latest(List<Item> items) {}

    private record Item(String url) {}
}
