package dev.feedmill.feed;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.bench.Inputs;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.feed.item.Site;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A feed of 50 news articles with all their bodies, before any compression. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FeedBenchmark {
    private static final int ENTRIES = 50;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @Param
    public Format format = Format.RSS;

    private final FeedRenderer renderer = new FeedRenderer(
            new Site(
                    new Site.Addresses(new ServerUrl("https://feeds.example"), "https://mill.example/", null),
                    new Site.Texts("磨坊 Mill", "Articles of A & B", "zh-CN", null, "by {0}"),
                    Duration.ofMinutes(90),
                    "1"),
            new FeedSize(Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
    private FeedPage chapter = new FeedPage(page(), List.of());

    private static Page page() {
        ArticleReader reader = new ArticleReader(Inputs.READING_RULES, new HtmlSanitizer(Inputs.SANITIZER_RULES));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            byte[] bytes = Inputs.newsArticle(i).getBytes(StandardCharsets.UTF_8);
            Parsed<Article> parsed = reader.read(new SourceFile(i + ".md", bytes, NOW), NOW);
            if (!(parsed instanceof Parsed.Read<Article> read)) {
                throw new IllegalStateException("article " + i + " cannot be read: " + parsed.problems());
            }
            Article article = read.value();
            entries.add(new Entry(
                    i, ArticleId.ofKey(i + ".md"), article.slug(), article.published(), article.published(), article));
        }
        return new Page(entries, NOW, null);
    }

    @Benchmark
    public Rendered render() {
        return renderer.render(format, FeedDescriptor.of(Term.EVERYTHING), chapter);
    }
}
