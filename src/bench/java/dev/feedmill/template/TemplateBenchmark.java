package dev.feedmill.template;

import dev.feedmill.bench.Inputs;
import dev.feedmill.template.run.TemplateReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Texts with and without template code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TemplateBenchmark {
    private String code = Inputs.post();
    private String plain = code.replace('{', '(');
    private String mixed = code + """

            {% if page.title %}Words of {{ page.title | escape }}{% else %}none{% endif %}.

            {% highlight java %}
            int x = 1;
            {% endhighlight %}

            {% include figure.html src="/a.png" caption="A picture" %}
            """;

    @Benchmark
    public TemplateResult withoutCode() {
        return TemplateReader.read(plain, true, TemplateRules.JEKYLL, TemplateContext.NOTHING);
    }

    /** Braces stand in code alone. */
    @Benchmark
    public TemplateResult inCode() {
        return TemplateReader.read(code, true, TemplateRules.JEKYLL, TemplateContext.NOTHING);
    }

    @Benchmark
    public TemplateResult withTags() {
        return TemplateReader.read(mixed, true, TemplateRules.JEKYLL, TemplateContext.NOTHING);
    }
}
