package dev.feedmill.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.template.run.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The output of each dialect's template code: one folder for each case, with the body, the output and the problems. */
class TemplateGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/template");

    private static final Map<String, TemplateRules> RULES = Map.ofEntries(
            Map.entry("jekyll", TemplateRules.JEKYLL),
            Map.entry("hexo", TemplateRules.HEXO),
            Map.entry("hugo", TemplateRules.HUGO),
            Map.entry("eleventy", TemplateRules.ELEVENTY),
            Map.entry("zola", TemplateRules.ZOLA),
            Map.entry("vue", TemplateRules.VUE),
            Map.entry("pelican", TemplateRules.PELICAN),
            Map.entry("obsidian", TemplateRules.OBSIDIAN),
            Map.entry("mdx", TemplateRules.MDX),
            Map.entry("none", TemplateRules.NONE),
            Map.entry("any", TemplateRules.ANY));

    static List<String> cases() throws IOException {
        List<String> cases = new ArrayList<>();
        for (String dialect : RULES.keySet().stream().sorted().toList()) {
            try (Stream<Path> folders = Files.list(CASES.resolve(dialect))) {
                folders.forEach(folder -> cases.add(dialect + "/" + folder.getFileName()));
            }
        }
        return cases.stream().sorted().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void template_code_shows_what_its_dialect_means(String name) throws IOException {
        Path folder = CASES.resolve(name);
        TemplateRules rules = Objects.requireNonNull(RULES.get(name.substring(0, name.indexOf('/'))));
        TemplateResult result =
                TemplateReader.read(Files.readString(folder.resolve("body.md")), true, rules, new SamplePage());
        String problems = result.notes().stream()
                .map(note -> note.line() + ": " + note.message() + "\n")
                .collect(Collectors.joining());
        Path listed = folder.resolve("problems.txt");
        assertThat(result.body().text()).isEqualTo(Files.readString(folder.resolve("shown.md")));
        assertThat(problems).isEqualTo(Files.exists(listed) ? Files.readString(listed) : "");
    }
}
