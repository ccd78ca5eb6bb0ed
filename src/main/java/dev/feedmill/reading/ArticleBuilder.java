package dev.feedmill.reading;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Episode;
import dev.feedmill.article.Recording;
import dev.feedmill.article.Visibility;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.markdown.MarkdownConverter;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.episode.EnclosureReader;
import dev.feedmill.reading.episode.EpisodeFileFinder;
import dev.feedmill.reading.episode.EpisodeReader;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.reading.header.Split;
import dev.feedmill.reading.include.IncludeResolver;
import dev.feedmill.reading.link.AddressFinder;
import dev.feedmill.reading.link.ArticleLinks;
import dev.feedmill.reading.link.AttachmentFinder;
import dev.feedmill.reading.link.FileLinkResolver;
import dev.feedmill.reading.link.PageAddresses;
import dev.feedmill.reading.link.PathLanguage;
import dev.feedmill.reading.link.SourceIndex;
import dev.feedmill.reading.text.ArticleBody;
import dev.feedmill.reading.text.BodyRenderer;
import dev.feedmill.reading.text.PageValues;
import dev.feedmill.reading.text.ScriptLanguage;
import dev.feedmill.reading.text.SummaryMarkFinder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds one article from its front matter and body. */
final class ArticleBuilder {
    private static final Set<String> FORMATS = Set.of("html", "htm", "markdown", "md", "gfm", "commonmark");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    /** Limit on Markdown marks per element or text node; real Markdown has two. */
    private static final int MARKS_OF_A_NODE = 4;

    private final ReadingRules rules;
    private final HtmlSanitizer sanitizer;
    private final ArticleBody body;
    private final ArticleTexts texts;
    private final GeneratorSite site;
    private final DateParser calendar;
    private final ArticleDates dates;
    private final SourceFile file;
    private final Split split;
    private final FrontMatter front;
    private final Report report;
    private final ArticleDates.Dated dated;
    private final NameReader names;
    private final Post post;
    private final ArticleLinks links;
    private final @Nullable AttachmentFinder beside;
    private final @Nullable AttachmentFinder attachments;
    private final Instant now;
    private final @Nullable FileLinkResolver sources;
    private final IncludeResolver files;
    private final String fileName;

    /** A file and what was found in it. */
    record Source(SourceFile file, FrontMatterReader.Parts parts) {}

    /**
     * What a file may refer to.
     *
     * @param index null if only the file itself counts
     * @param files null if nothing may be included
     */
    record Surroundings(
            GeneratorSite site,
            @Nullable SourceIndex index,
            @Nullable IncludeResolver files) {}

    ArticleBuilder(
            ReadingRules rules,
            HtmlSanitizer sanitizer,
            BodyRenderer bodies,
            Source source,
            Surroundings around,
            Report report,
            Instant now) {
        this.now = now;
        this.rules = rules;
        this.sanitizer = sanitizer;
        this.site = around.site();
        this.calendar = new DateParser(rules.zone(site));
        this.file = source.file();
        this.split = source.parts().split();
        this.front = source.parts().front();
        this.dates = new ArticleDates(site, calendar, file, split, front, report);
        this.report = report;
        this.fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
        this.dated = dates.published();
        this.names = new NameReader(front, site, file.path(), rules.categories(site), new NameLimits(rules, report));
        this.post = new Post(
                site.path(file.path()),
                front,
                LocalDateTime.ofInstant(dated.written(), rules.zone(site)),
                ArticleTexts.writtenTitle(front),
                names.categories().stream().map(CategoryPath::names).toList());
        this.links = new ArticleLinks(rules, site, post, front, report);
        String siteUrl = rules.siteUrl(site);
        SourceIndex index = around.index();
        this.beside = index == null ? null : new AttachmentFinder(index, site, file.path(), () -> site.address(post));
        this.attachments = siteUrl == null ? beside : null;
        this.sources = index == null
                ? null
                : new FileLinkResolver(index, site, file.path(), siteUrl, attachments, pages(index), now);
        this.files = around.files() == null ? IncludeResolver.NONE : around.files();
        this.body = new ArticleBody(rules, site, bodies, split, this.files, sources, report);
        this.texts = new ArticleTexts(rules, site, sanitizer, body, front, post);
    }

    private @Nullable AddressFinder pages(SourceIndex index) {
        return attachments == null || links.link() != null
                ? null
                : new AddressFinder(index, site, file.path(), () -> site.address(post), attachments);
    }

    /** Builds the article; null if the body cannot be served. */
    @Nullable
    Article build() {
        ArticleDates.Dated dated = this.dated.asOf(now);
        LinkBase base = links.base(sources == null ? written -> null : sources);
        boolean markdown = BodyRenderer.isMarkdown(fileName, split.body(), format());
        ArticleBody.Written text = body.written(
                markdown,
                front,
                new PageValues(
                        front,
                        site,
                        new PageValues.Context(rules.siteUrl(site), base, writtenDate(dated), sources, files, now)));
        String written = text.text();
        int marks = markdown ? MarkdownConverter.marks(written) : 0;
        if (marks > sanitizer.maxNodes() * MARKS_OF_A_NODE) {
            report.add(
                    split.bodyLine(),
                    Kind.LIMIT,
                    "Markdown must have at most %d lines and marks such as '*' and '[', not %d"
                            .formatted(sanitizer.maxNodes() * MARKS_OF_A_NODE, marks));
            return null;
        }
        String title = texts.title(written, links.stem(), base);
        Sanitized sanitized = sanitizer.sanitize(
                body.html(SummaryMarkFinder.without(texts.shown(written)), markdown, text), base, title);
        if (sanitized instanceof Sanitized.TooLarge tooLarge) {
            report.add(split.bodyLine(), Kind.LIMIT, tooLarge.reason());
            return null;
        }
        Sanitized.Clean clean = (Sanitized.Clean) sanitized;
        body.report(clean.faults(), text);
        if (title.isEmpty() && clean.text().isEmpty() && clean.firstImage() == null) {
            report.add(front.line("title"), Kind.TITLE, "'title' must not be empty where there is no text");
        }
        String image = links.image(base, clean.firstImage());
        if (sources != null) {
            sources.faults().forEach(this::reportLink);
        }
        Recording recording = recording(base, clean);
        return new Article(
                new Article.Text(title, texts.summary(text, markdown, base, title, clean), clean.html()),
                new Article.Times(
                        dated.at(),
                        dated.origin(),
                        dates.updated(dated.at(), now),
                        rules.firstSeenTimes() ? dated.dayEnd() : null),
                new Article.Names(names.authors(), rules.renamed(names.categories()), names.tags()),
                new Article.Addresses(links.link(), declaredId(), links.slug(), links.aliases()),
                language(title + " " + clean.lead(), clean.text()),
                visibility(dated, now),
                new Article.Media(image, attachments == null ? Attachments.NONE : attachments.all(), recording));
    }

    private Visibility visibility(ArticleDates.Dated dated, Instant at) {
        return new VisibilityReader(front, site, rules, calendar).of(file.path(), dated, at);
    }

    private Recording recording(LinkBase base, Sanitized.Clean clean) {
        EpisodeFileFinder found = new EpisodeFileFinder(
                beside, site, front, base, attachments != null, rules.limits().maxUrlLength(), report);
        List<Enclosure> enclosures = new EnclosureReader(front, site.episodeKeys(), found, report).read(clean.played());
        return enclosures.stream().noneMatch(Enclosure::isPlayed)
                ? new Recording(enclosures, Episode.NONE)
                : new Recording(
                        enclosures,
                        new EpisodeReader(front, site.episodeKeys(), found, report)
                                .read(links.image(base, null), split.body()));
    }

    /** Returns the date as written; null if the file names none. */
    private @Nullable String writtenDate(ArticleDates.Dated dated) {
        return dated.origin() == DateOrigin.FILE_TIME
                ? null
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT)
                        .format(dated.at().atZone(rules.zone(site)));
    }

    private void reportLink(String name, String message) {
        int at = split.body().indexOf(name);
        long lines = split.body()
                .substring(0, Math.max(0, at))
                .chars()
                .filter(c -> c == '\n')
                .count();
        report.add(split.bodyLine() + (int) lines, Kind.URL, message);
    }

    private @Nullable String format() {
        String written = front.text("format");
        if (written == null || FORMATS.contains(written.toLowerCase(Locale.ROOT))) {
            return written;
        }
        report.add(front.line("format"), Kind.VALUE, "'format' must be html or markdown, not '" + written + "'");
        return null;
    }

    /**
     * Returns what other articles that link to this one need to know.
     *
     * @param quiet whether the title stays hidden although the article is public
     */
    SourceIndex.Article source(boolean quiet) {
        String link = links.link();
        Visibility visibility = visibility(dated, Instant.EPOCH);
        boolean untitled = quiet || visibility.degree() == Visibility.Degree.NOWHERE;
        // The generator may derive the address from the title.
        if (untitled && !Objects.equals(link, new ArticleLinks(rules, site, post.untitled(), front, report).link())) {
            return SourceIndex.Article.EXCLUDED;
        }
        // An article without a date is published at once, whatever its file time says.
        Instant published = dated.origin() == DateOrigin.FILE_TIME ? Instant.EPOCH : dated.at();
        return new SourceIndex.Article(
                link == null ? "" : link, untitled ? "" : ArticleTexts.writtenTitle(front), visibility, published);
    }

    /** Returns the addresses of this article and its labels on this server. */
    PageAddresses pages() {
        Visibility visibility = visibility(dated, Instant.EPOCH);
        PageAddresses pages = new PageAddresses(site, file.path());
        if (visibility.degree() == Visibility.Degree.NOWHERE) {
            return pages;
        }
        if (rules.siteUrl(site) == null) {
            pages.article(site.address(post), links.aliases(), links.slug());
        }
        if (visibility.degree() == Visibility.Degree.EVERYWHERE) {
            pages.labels(rules.renamed(names.categories()), names.tags(), names.authors());
        }
        return pages;
    }

    private @Nullable String declaredId() {
        for (String key : site.idKeys()) {
            String written = front.text(key);
            if (written != null) {
                return PlainText.of(written);
            }
        }
        return links.entryId();
    }

    /** @param lead words that stand for all of the text */
    private @Nullable String language(String lead, String text) {
        String key = front.firstOf("lang", "language", "locale");
        String written = key == null ? null : front.text(key);
        if (key == null || written == null) {
            String placed = site.language(file.path());
            String named = placed == null ? PathLanguage.of(site.path(file.path())) : placed;
            return named == null ? ScriptLanguage.of(lead, text, rules.language(site)) : named;
        }
        if (!LANGUAGE.matcher(written).matches()) {
            String message = "'" + key + "' must be a language tag such as 'en', not '" + written + "'";
            report.add(front.line(key), Kind.VALUE, message);
            return null;
        }
        return written.replace('_', '-');
    }
}
