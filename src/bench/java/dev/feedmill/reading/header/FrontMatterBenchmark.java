package dev.feedmill.reading.header;

import dev.feedmill.bench.Inputs;
import dev.feedmill.problem.Parsed;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Front matter in YAML: found, parsed, its keys laid out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FrontMatterBenchmark {
    private final FrontMatterSplitter splitter =
            new FrontMatterSplitter(Inputs.READING_RULES.limits().maxFrontMatterChars());
    private final YamlReader yaml =
            new YamlReader(YamlLimits.of(Inputs.READING_RULES.limits().maxFrontMatterChars()));
    private String news = Inputs.newsArticle(1);
    private String post = Inputs.post();

    @Benchmark
    public Object newsArticle() {
        return read(news);
    }

    @Benchmark
    public Object markdownPost() {
        return read(post);
    }

    private FrontMatter read(String text) {
        Report report = new Report("article.md", Inputs.READING_RULES.limits().maxMessageLength());
        Split split = Objects.requireNonNull(splitter.split(text, report), "front matter");
        Parsed<Mapping> parsed = yaml.read(report.file(), split.headerLine(), split.header());
        if (parsed instanceof Parsed.Read<Mapping> read) {
            return new FrontMatter(read.value(), split.header(), split.headerLine(), false);
        }
        throw new IllegalStateException("front matter cannot be read: " + parsed.problems());
    }
}
