package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the papers link to exists, and they stay short. */
class PapersTest {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z][A-Za-z]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static List<Path> papers() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("src/docs"));
                Stream<Path> own = Files.list(Path.of(".github"))) {
            return Stream.of(Stream.of(Path.of("README.md")), docs, own)
                    .flatMap(each -> each)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_link_leads_to_an_existing_file_and_heading(Path paper) throws IOException {
        List<String> links = LINK.matcher(CODE.matcher(Files.readString(paper)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
        assertThat(links).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? paper : paper.resolveSibling(parts[0]);
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(anchors(target)).contains(parts[1]);
            }
        });
    }

    private static List<String> anchors(Path paper) throws IOException {
        return HEADING.matcher(Files.readString(paper))
                .results()
                .map(PapersTest::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_class_that_a_paper_names_exists(Path paper) throws IOException {
        Stream<String> named = CLASS.matcher(Files.readString(paper)).results().map(found -> found.group(1));
        assertThat(named).allSatisfy(name -> {
            String path = name.replaceFirst("^dev\\.feedmill\\.", "").replace('.', '/');
            assertThat(Path.of("src/main/java/dev/feedmill", path + ".java")).exists();
        });
    }

    @Test
    void a_newcomer_reads_no_more_than_200_lines_and_40_words() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(200);
        assertThat(Files.readAllLines(Path.of("src/docs/glossary.md"))).hasSizeLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_paper_can_be_found_from_the_first(Path paper) throws IOException {
        String name = paper.toString().replace('\\', '/');
        assertThat(name.equals("README.md")
                        || Files.readString(Path.of("README.md")).contains("](" + name + ")"))
                .as("whether README.md leads to %s", name)
                .isTrue();
    }
}
