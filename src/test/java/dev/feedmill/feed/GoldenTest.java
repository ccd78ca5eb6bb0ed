package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of articles with the feeds that they must give.
 *
 * <p>{@code mvn test -Dtest=GoldenTest -Dgolden.write=true} writes what they give now; look at the difference.
 * XML is kept with a line for each element; what is between the signs of CDATA stays as it is.
 */
class GoldenTest {
    private static final Pattern BETWEEN = Pattern.compile("<!\\[CDATA\\[.*?]]>|>(?=<[^!])", Pattern.DOTALL);
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_articles_of_a_folder_give_its_feeds(Path folder) throws IOException {
        Page page = Samples.folder(folder);
        Path category = folder.resolve("category");
        Term term = Files.exists(category)
                ? Samples.category(Files.readString(category).strip().split("/", -1))
                : Term.EVERYTHING;
        Map<String, String> made = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            Document document = Samples.renderer(Samples.SITE).render(format, term, page);
            assertThat(FeedRules.faults(format, document)).isEmpty();
            made.put(fileName(format), lines(document));
        }
        made.put("latest.json", lines(latest(page)));
        made.put(
                "feeds.opml",
                lines(new OpmlRenderer(Samples.SITE, Term.Kind::plural, any -> null)
                        .render(List.of(new TermCount(term, 1)), List.of())));
        for (Map.Entry<String, String> file : made.entrySet()) {
            Path golden = folder.resolve(file.getKey());
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(golden, file.getValue());
            }
            assertThat(file.getValue()).isEqualTo(Files.readString(golden));
        }
    }

    private static String fileName(Format format) {
        return switch (format) {
            case RSS -> "rss.xml";
            case ATOM -> "atom.xml";
            case JSON -> "feed.json";
        };
    }

    private static Document latest(Page page) {
        return new LatestRenderer(Samples.SITE)
                .render(page, ContentOptions.WHOLE, Set.copyOf(LatestRenderer.FIELDS), null, Deadline.NEVER);
    }

    private static String lines(Document document) {
        String text = new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8);
        return text.startsWith("<")
                ? BETWEEN.matcher(text)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(found.group().equals(">") ? ">\n" : found.group()))
                : text;
    }
}
