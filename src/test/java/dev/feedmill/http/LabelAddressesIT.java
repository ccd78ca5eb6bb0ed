package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelAddressesIT {
    private static final Pattern RSS =
            Pattern.compile("<category domain=\"https://feeds.example([^\"]*)\">([^<]*)</category>");
    private static final Pattern ATOM =
            Pattern.compile("<category term=\"([^\"]*)\" scheme=\"https://feeds.example([^\"]*)\"");

    @TempDir
    private Path folder;

    @Test
    void the_address_beside_each_name_is_that_of_its_own_page() throws Exception {
        String names = "[C#, C++, 'C+', 'a/b', a-b, package.rss, '..', '?']";
        TestApp.write(
                folder,
                "a.md",
                "---\ntitle: T\ndate: 2024-01-01\ntags: " + names
                        + "\ncategories: [[C++, C#], [C#, C++], [C#, x]]\n---\n\nWords.\n");
        try (TestApp app = TestApp.start(folder, Map.of("server.base-url", "https://feeds.example"))) {
            Map<String, String> rss = RSS.matcher(app.text("/feed.rss"))
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
            Map<String, String> atom = ATOM.matcher(app.text("/feed.atom"))
                    .results()
                    .collect(Collectors.toMap(found -> found.group(2), LabelAddressesIT::first));
            assertThat(rss).hasSize(8 + 5).isEqualTo(atom);
            for (Map.Entry<String, String> label : rss.entrySet()) {
                assertThat(app.get(label.getKey()).statusCode())
                        .as(label.toString())
                        .isEqualTo(200);
                String title = app.text(label.getKey() + ".json").replaceFirst("(?s).*?\"title\":\"([^\"]*)\".*", "$1");
                assertThat(title).as(label.toString()).endsWith(label.getValue());
            }
        }
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
