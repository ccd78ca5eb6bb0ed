package dev.feedmill.reading.text;

import dev.feedmill.bench.Inputs;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.WikiLinkResolver;
import dev.feedmill.reading.header.FrontMatterSplitter;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.Split;
import dev.feedmill.web.ServerUrl;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies on their way to safe HTML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BodyBenchmark {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Inputs.SANITIZER_RULES);
    private final BodyRenderer body =
            new BodyRenderer(Inputs.READING_RULES.limits().maxMarkdownDepth());
    private String news = Inputs.newsBody(1);
    private String post = markdown(Inputs.post());

    private static String markdown(String text) {
        Split split = new FrontMatterSplitter(Inputs.READING_RULES.limits().maxFrontMatterChars())
                .split(text, new Report("post.md", Inputs.READING_RULES.limits().maxMessageLength()));
        return Objects.requireNonNull(split, "post.md").body();
    }

    @Benchmark
    public Sanitized.Clean newsInHtml() {
        return clean(Markup.written(news));
    }

    /** With its way from Markdown to HTML. */
    @Benchmark
    public Sanitized.Clean postInMarkdown() {
        return clean(body.html(post, true, MarkdownRules.COMMON, WikiLinkResolver.NONE, ""));
    }

    private Sanitized.Clean clean(Markup markup) {
        if (sanitizer.sanitize(markup, LinkBase.of(ServerUrl.URL)) instanceof Sanitized.Clean clean) {
            return clean;
        }
        throw new IllegalStateException("the body is refused");
    }
}
