package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import dev.feedmill.TestApp;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of real posts against the rules of HTML, where the posts lie beside the project. */
class CorpusPagesIT {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Path FINDINGS = Path.of("target/corpus-pages.txt");

    @TempDir
    Path folder;

    @Test
    void a_sanitised_body_breaks_no_rule_of_html() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the real posts are not beside the project");
        HtmlChecker checker = new HtmlChecker();
        Map<String, List<String>> broken = new TreeMap<>();
        try (TestApp app = TestApp.start(
                        folder,
                        Map.of(
                                "articles.folder", CORPUS.toString(),
                                "latest.max-limit", "1000",
                                "server.unconditional-gets", "0"));
                PrintStream findings = new PrintStream(FINDINGS.toFile(), "UTF-8")) {
            List<String> pages = pages(app);
            assertThat(pages).hasSizeGreaterThan(300);
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
