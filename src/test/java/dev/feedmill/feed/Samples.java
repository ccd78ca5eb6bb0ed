package dev.feedmill.feed;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Recording;
import dev.feedmill.article.Visibility;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.feed.item.Site;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingLimits;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sites, entries and pages for tests. */
public final class Samples {
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    public static final Instant PUBLISHED = Instant.parse("2024-05-01T08:09:07Z");
    public static final Site SITE = site("https://feeds.example");
    static final HtmlSanitizer SANITIZER = new HtmlSanitizer(new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor"), List.of("youtube.com"), BodyLimits.defaults()));

    private static final ArticleReader READER = new ArticleReader(
            new ReadingRules(
                    new ReadingRules.SiteOverrides(ZoneId.of("Asia/Shanghai"), null, "zh-CN"),
                    new ReadingRules.Categories(CategoryStyle.PATHS, List.of()),
                    List.of("_drafts"),
                    300,
                    ReadingLimits.defaults(),
                    ReadingRules.EntryIds.STABLE,
                    false,
                    null),
            SANITIZER);

    private Samples() {}

    /** Makes feeds of pages that are all there is, of any size. */
    static Renderer renderer(Site site) {
        FeedRenderer renderer = new FeedRenderer(site, new FeedSize(Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
        return (format, term, page) -> renderer.render(format, FeedDescriptor.of(term), new FeedPage(page, List.of()))
                .document();
    }

    /** Makes the feed of a page. */
    interface Renderer {
        Document render(Format format, Term term, Page page);
    }

    static Site site(String baseUrl) {
        return new Site(
                new Site.Addresses(new ServerUrl(baseUrl), "https://mill.example/", null),
                new Site.Texts("磨坊 Mill", "Articles of A & B", "zh-CN", null, "by {0}"),
                Duration.ofMinutes(90),
                "0.1.0");
    }

    static Term category(String... names) {
        return new Term(1, Term.Kind.CATEGORY, List.of(names), List.of(names));
    }

    static SafeHtml body(String html) {
        return SANITIZER.sanitize(html, ServerUrl.URL) instanceof Sanitized.Clean clean ? clean.html() : SafeHtml.EMPTY;
    }

    public static Article article(String title, String html) {
        return article(title, html, "Short.", List.of("A. Author"), List.of(), List.of(), null, null, null);
    }

    public static Article article(
            String title,
            String html,
            String summary,
            List<String> authors,
            List<CategoryPath> categories,
            List<String> tags,
            @Nullable String image,
            @Nullable String link,
            @Nullable String language) {
        return new Article(
                new Article.Text(title, summary, SafeHtml.stored(html)),
                new Article.Times(PUBLISHED, Article.DateOrigin.FRONT_MATTER, null, null),
                new Article.Names(authors, categories, tags),
                new Article.Addresses(link, null, "slug", List.of()),
                language,
                Visibility.EVERYWHERE,
                new Article.Media(image, Attachments.NONE, Recording.NONE));
    }

    public static Entry entry(String key, Article article) {
        return new Entry(key.hashCode(), ArticleId.ofKey(key), key, article.published(), article.published(), article);
    }

    public static Page page(Article... articles) {
        List<Entry> entries = new ArrayList<>();
        for (Article article : articles) {
            entries.add(entry("article-" + entries.size(), article));
        }
        return page(entries);
    }

    static Page page(List<Entry> entries) {
        Instant updated = entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Page(entries, updated, null);
    }

    private static Entry stored(String path, Article article) {
        String declared = article.declaredId();
        return new Entry(
                path.hashCode(),
                declared == null ? ArticleId.ofKey(path) : ArticleId.declared(declared),
                article.slug(),
                article.published(),
                article.updated() == null ? article.published() : article.updated(),
                article);
    }

    /** Every article below a folder that can be read, newest first, as a library would list them. */
    static Page folder(Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> Files.isRegularFile(f)
                            && READER.isArticle(f.getFileName().toString()))
                    .sorted()
                    .toList()) {
                String path = folder.relativize(file).toString();
                Parsed<Article> parsed = READER.read(new SourceFile(path, Files.readAllBytes(file), NOW), NOW);
                if (parsed instanceof Parsed.Read<Article> read
                        && !read.value().draft()
                        && !read.value().published().isAfter(NOW)) {
                    entries.add(stored(path, read.value()));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::published).reversed().thenComparing(Entry::slug));
        return page(entries);
    }
}
