package dev.feedmill.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of {@code markdown/<dialect>} beside the HTML that its generator means. */
class DialectsTest {
    private static final Map<String, MarkdownRules> DIALECTS = Map.ofEntries(
            Map.entry("common", MarkdownRules.COMMON),
            Map.entry("kramdown", MarkdownRules.KRAMDOWN),
            Map.entry("goldmark", MarkdownRules.GOLDMARK),
            Map.entry("marked", MarkdownRules.MARKED_HEXO),
            Map.entry("markdown-it", MarkdownRules.MARKDOWN_IT),
            Map.entry("vitepress", MarkdownRules.VITEPRESS),
            Map.entry("python", MarkdownRules.PYTHON_MARKDOWN),
            Map.entry("github", MarkdownRules.GITHUB.with(Feature.HIGHLIGHT_COMMENTS)),
            Map.entry("remark", MarkdownRules.ASTRO),
            Map.entry("obsidian", MarkdownRules.OBSIDIAN),
            Map.entry("mdx", MarkdownRules.GITHUB.mdx()));

    private final MarkdownConverter reader = new MarkdownConverter(100);

    static List<String> cases() throws IOException {
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_text_means_what_it_means_to_its_generator(String name) throws IOException {
        String text = Files.readString(folder().resolve(name + ".md"));
        MarkdownRules rules = DIALECTS.get(name.substring(0, name.indexOf('/')));
        String html = reader.html(text, Objects.requireNonNull(rules), DialectsTest::address)
                .html();
        Path golden = folder().resolve(name + ".html");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, html);
        }
        assertThat(html).isEqualTo(Files.readString(golden));
    }

    /** All pages but one are known. */
    private static @Nullable String address(String target, int line) {
        boolean unknown = target.startsWith("Nowhere") || target.startsWith("#");
        return unknown ? null : "/notes/" + target.toLowerCase(Locale.ROOT);
    }

    private static Path folder() {
        return Path.of("src/test/resources/markdown");
    }
}
