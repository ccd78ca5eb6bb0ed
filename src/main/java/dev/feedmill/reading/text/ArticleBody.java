package dev.feedmill.reading.text;

import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.rule.Inclusion;
import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.WikiLinkResolver;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.Split;
import dev.feedmill.reading.include.IncludeResolver;
import dev.feedmill.reading.include.MdxIncludes;
import dev.feedmill.reading.include.VueIncludes;
import dev.feedmill.reading.link.FileLinkResolver;
import dev.feedmill.template.MappedText;
import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateResult;
import dev.feedmill.template.run.TemplateReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts the body of one article from the author's markup to HTML. */
public final class ArticleBody {
    /** Limit of the problems that are listed one by one. */
    private static final int MAX_FAULTS = 20;

    private final ReadingRules rules;
    private final GeneratorSite site;
    private final BodyRenderer bodies;
    private final Split split;
    private final Report report;
    private final String path;
    private final IncludeResolver files;
    private final WikiLinkResolver links;

    public ArticleBody(
            ReadingRules rules,
            GeneratorSite site,
            BodyRenderer bodies,
            Split split,
            IncludeResolver files,
            @Nullable FileLinkResolver sources,
            Report report) {
        this.rules = rules;
        this.site = site;
        this.bodies = bodies;
        this.split = split;
        this.report = report;
        this.path = report.file();
        this.files = files;
        this.links = sources == null ? WikiLinkResolver.NONE : (target, line) -> sources.wikiTarget(target);
    }

    /**
     * A body with its includes resolved and its template code run.
     *
     * @param included the body before its template code was run
     * @param shown the body after it
     */
    public record Written(MappedText included, MappedText shown) {
        public String text() {
            return shown.text();
        }

        int sourceLine(int line) {
            return included.sourceLine(shown.sourceLine(line));
        }
    }

    public Written written(boolean markdown, FrontMatter front, TemplateContext context) {
        MappedText included = included(markdown);
        TemplateResult result = TemplateReader.read(included.text(), markdown, site.template(front), context);
        for (TemplateResult.Note note : result.notes()) {
            report.add(split.bodyLine() - 1 + included.sourceLine(note.line()), Kind.TEMPLATE, note.message());
        }
        if (result.more() > 0) {
            report.addMore(split.bodyLine(), Kind.TEMPLATE, result.more());
        }
        return new Written(included, result.body());
    }

    private MappedText included(boolean markdown) {
        Inclusion inclusion = site.inclusion();
        String text = split.body();
        long max = rules.limits().maxFileBytes();
        if (markdown && inclusion.form() == Inclusion.Form.VUE && VueIncludes.mayHave(text)) {
            return new VueIncludes(files, inclusion.root(), max, this::report).in(text, path);
        }
        return markdown && inclusion.form() == Inclusion.Form.MDX
                ? new MdxIncludes(files, inclusion.root(), max, this::report).in(text, path)
                : MappedText.unchanged(text);
    }

    private void report(int line, String message) {
        report.add(split.bodyLine() - 1 + line, Kind.URL, message);
    }

    /** Returns the HTML of a body, or of its beginning. */
    public Markup html(String text, boolean markdown, Written written) {
        return bodies.html(text, markdown, markdown(), links, written.shown().insertions());
    }

    /** Returns the HTML of a heading without its marks. */
    public Markup heading(String words) {
        return bodies.html("# " + words, true, markdown().untypeset(), WikiLinkResolver.NONE, words);
    }

    private MarkdownRules markdown() {
        MarkdownRules markdown = site.markdown();
        return path.toLowerCase(Locale.ROOT).endsWith(".mdx") ? markdown.mdx() : markdown;
    }

    public void report(List<Fault> faults, Written written) {
        for (Fault fault : faults.subList(0, Math.min(faults.size(), MAX_FAULTS))) {
            report.add(split.bodyLine() - 1 + written.sourceLine(fault.line()), Kind.MARKUP, fault.message());
        }
        if (faults.size() > MAX_FAULTS) {
            report.addMore(split.bodyLine(), Kind.MARKUP, faults.size() - MAX_FAULTS);
        }
    }
}
