package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code feeds} lists the addresses that the server answers. */
class FeedsIT {
    private static final String POST = "---\ntitle: %s\ndate: 2024-05-01\nauthor: Ann\n%s\n---\n\nText.\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws Exception {
        TestApp.write(folder, "a.md", POST.formatted("One", "categories: [Life & Work]\ntags: [C, C++, 'C#']"));
        TestApp.write(folder, "b.md", POST.formatted("Two", "categories: [[生活, 旅行]]\ntags: [\"\\e[31mred\"]"));
        TestApp.write(folder, "c.md", POST.formatted("Three", "draft: true\ntags: [secret]"));
    }

    private List<String> feeds(String... options) {
        out.reset();
        String[] all = new String[options.length + 5];
        all[0] = "feeds";
        all[1] = "--articles";
        all[2] = folder.resolve("articles").toString();
        all[3] = "--data";
        all[4] = folder.resolve("data").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        assertThat(Commands.run(out, err, all))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void without_a_library_they_are_those_of_the_folder_and_nothing_is_stored() {
        assertThat(feeds("--base-url", "https://feeds.example", "--format", "atom"))
                .startsWith("https://feeds.example/feed.atom  everything (2)")
                .contains("https://feeds.example/categories/%E7%94%9F%E6%B4%BB.atom  生活 (1)")
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .noneMatch(line -> line.contains("secret"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_running_server_answers_every_address_of_its_library() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of())) {
            String base = "http://localhost:" + app.port();
            for (String format : List.of("rss", "atom", "json")) {
                List<String> lines = feeds("--base-url", base, "--format", format);
                assertThat(lines).hasSizeGreaterThan(7);
                for (String line : lines) {
                    String path = line.substring(base.length(), line.indexOf(' '));
                    assertThat(path).endsWith("." + format);
                    assertThat(app.get(path).statusCode()).as(line).isEqualTo(200);
                }
            }
        }
    }
}
