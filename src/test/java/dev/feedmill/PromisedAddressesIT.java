package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The article that the README shows, at the addresses that the README names. */
class PromisedAddressesIT {
    private static final Pattern ARTICLE = Pattern.compile("(?s)```markdown\n(.*?)```");
    private static final Pattern ADDRESS = Pattern.compile("(?m)^\\| (`/[^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`(/[^`]*)`");

    @TempDir
    private Path folder;

    @Test
    void the_addresses_of_the_readme_exist() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String article =
                ARTICLE.matcher(readme).results().findFirst().orElseThrow().group(1);
        TestApp.write(folder, "fog.md", article);
        TestApp.write(folder, "river.jpg", "a picture");
        TestApp.write(
                folder, "sun.md", "---\ntitle: Sun\ndate: 2024-06-01\ncategories: Walks\n---\nNo river, no mist.\n");
        List<String> addresses = ADDRESS.matcher(readme)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .filter(address -> !address.equals("/status"))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(7);
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(addresses)
                    .allSatisfy(address -> assertThat(app.get(address).statusCode())
                            .as(address)
                            .isEqualTo(200));
            assertThat(addresses.stream().filter(address -> address.contains("not-tag=")))
                    .allSatisfy(address -> assertThat(app.text(address))
                            .contains("<title>Sun</title>")
                            .doesNotContain("Fog on the Thames"));
        }
    }
}
