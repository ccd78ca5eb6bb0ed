package dev.feedmill.reading;

import dev.feedmill.address.Address;
import dev.feedmill.article.Article;
import dev.feedmill.article.Visibility;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.encoding.TextDecoder;
import dev.feedmill.filter.Glob;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.markdown.MarkdownConverter;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.reading.include.IncludedFile;
import dev.feedmill.reading.link.AttachmentFinder;
import dev.feedmill.reading.link.FileNameIndex;
import dev.feedmill.reading.link.SiteFiles;
import dev.feedmill.reading.link.SourceIndex;
import dev.feedmill.reading.text.BodyRenderer;
import dev.feedmill.runtime.CodeDigest;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.web.MediaTypes;
import dev.feedmill.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file as an article and repairs what it can. Thread-safe. Throws no exception for any file content. */
public final class ArticleReader {
    /** Message for an article whose file gives no publication date. */
    public static final String NO_DATE = "the article names no date; the file's time is recorded instead";

    /** One class of each package that takes part and has no fingerprint of its own; sub-packages count too. */
    static final List<Class<?>> CODE = List.of(
            ArticleReader.class,
            TextDecoder.class,
            Sites.class,
            TemplateRules.class,
            Article.class,
            Address.class,
            MediaTypes.class,
            MediaFolder.class,
            Glob.class);

    private final ReadingRules rules;
    private final Sites sites;
    private final HtmlSanitizer sanitizer;
    private final BodyRenderer body;
    private final FrontMatterReader frontMatter;
    private final @Nullable SourceIndex sources;
    private final @Nullable Path folder;

    /** Paths of articles by the paths of the files that they include. */
    private final Map<String, Set<String>> includers = new ConcurrentHashMap<>();

    private final long maxAttachmentBytes;

    /** Creates a reader of articles that belong to no site. */
    public ArticleReader(ReadingRules rules, HtmlSanitizer sanitizer) {
        this(rules, Sites.NONE, sanitizer, null);
    }

    /**
     * Creates a reader that applies the dialect of the site that each article belongs to.
     *
     * @param media files of the folder, to resolve links to articles and other files; null for none
     */
    public ArticleReader(ReadingRules rules, Sites sites, HtmlSanitizer sanitizer, @Nullable MediaFolder media) {
        this.folder = media == null ? null : media.path();
        this.sources = media == null
                ? null
                : new SourceIndex(
                        media,
                        this::isArticle,
                        path -> source(media.path(), path),
                        path -> pages(media.path(), path),
                        sites.feedPaths().stream().map(FeedPath::path).toList());
        this.maxAttachmentBytes = media == null ? 0 : media.maxBytes();
        this.rules = rules;
        this.sites = sites;
        this.sanitizer = sanitizer;
        this.body = new BodyRenderer(rules.limits().maxMarkdownDepth());
        this.frontMatter = new FrontMatterReader(rules, sites);
    }

    /** Returns whether a file is an article by its name and location. */
    public boolean isArticle(String path) {
        return FileEndings.isRead(path) && sites.isArticle(path);
    }

    /** Returns the configuration entry that excludes a file that would otherwise be an article; null for none. */
    public @Nullable String exclusionReason(String path) {
        return FileEndings.isRead(path) ? sites.exclusionReason(path) : null;
    }

    /** Returns whether the arrival or removal of this file decides if others in its folder are articles. */
    public boolean decidesSiblings(String path) {
        return sites.forgetIfIndex(path);
    }

    /** Returns the articles known since the start to include the file at a path. */
    public Set<String> includers(String path) {
        return Set.copyOf(includers.getOrDefault(path, Set.of()));
    }

    private void recordInclude(String includer, String path) {
        includers.computeIfAbsent(path, key -> ConcurrentHashMap.newKeySet()).add(includer);
    }

    /** Returns whether a file is text in an unsupported markup language, at a place where it would be an article. */
    public boolean isUnreadText(String path) {
        return FileEndings.isUnsupported(path) && sites.isArticle(path);
    }

    /**
     * Returns the configuration file that governs the file at a path and could never be read; null if all could be
     * read.
     */
    public @Nullable String unreadableConfiguration(String path) {
        return sites.of(path).unreadableConfiguration(path);
    }

    /** Returns the front matter key under which the file at a path should declare the id of its entries. */
    public String idKey(String path) {
        List<String> keys = sites.of(path).idKeys();
        return keys.contains("id") ? "id" : keys.get(0);
    }

    /**
     * Returns the fingerprint of this reader: equal fingerprints read equal bytes to equal articles. Takes some
     * milliseconds, because it digests all code that takes part.
     */
    public String fingerprint() {
        return CodeDigest.of(CODE.toArray(Class<?>[]::new)) + " " + MarkdownConverter.fingerprint() + " " + rules + " "
                + sites.fingerprint() + " "
                + YamlReader.fingerprint() + " "
                + sanitizer.fingerprint() + " " + maxAttachmentBytes;
    }

    /** Returns whether the file at a path, which articles may show, still has a stamp; an empty stamp means no file. */
    public boolean isSameAttachment(String path, String stamp) {
        return sources == null || sources.isSameAttachment(path, stamp);
    }

    /**
     * Records a file that was added, changed or removed.
     *
     * @return places under which articles may refer to it: its path, and the markers for any file of its name
     */
    public List<String> places(String path) {
        if (sources == null) {
            return List.of(path);
        }
        sources.names().changed(path);
        return Stream.concat(Stream.of(path), FileNameIndex.names(path).stream().map(AttachmentFinder::anywhere))
                .toList();
    }

    /** Discards the known file locations, because the changes are unknown. */
    public void forgetFiles() {
        if (sources != null) {
            sources.names().forget();
        }
    }

    /** Returns whether page addresses were looked up; if so, this reader must be notified of every changed article. */
    public boolean knowsPages() {
        return sources != null && sources.pages().isBuilt();
    }

    /**
     * Records articles that were added, changed or removed, before any is read again.
     *
     * @return addresses of pages on this server that were added or removed
     */
    public Set<String> reread(Collection<String> paths) {
        return sources == null ? Set.of() : sources.pages().reread(paths);
    }

    /** Returns the size limit of articles; larger files are no articles. */
    public long maxFileBytes() {
        return rules.limits().maxFileBytes();
    }

    /**
     * Reads one file.
     *
     * @param now to reject a date of change in the future
     */
    public Parsed<Article> read(SourceFile file, Instant now) {
        Report report = new Report(file.path(), rules.limits().maxMessageLength());
        FrontMatterReader.Parts parts = frontMatter.read(file, report);
        if (parts == null) {
            return new Parsed.Refused<>(report.problems());
        }
        try {
            GeneratorSite site = sites.of(file.path());
            SiteFiles files = folder == null
                    ? null
                    : new SiteFiles(
                            folder,
                            site,
                            maxFileBytes(),
                            included -> included(included, now),
                            path -> recordInclude(file.path(), path));
            ArticleBuilder.Source source = new ArticleBuilder.Source(file, parts);
            ArticleBuilder.Surroundings around = new ArticleBuilder.Surroundings(site, sources, files);
            Article article = new ArticleBuilder(rules, sanitizer, body, source, around, report, now).build();
            return article == null
                    ? new Parsed.Refused<>(report.problems())
                    : new Parsed.Read<>(article, report.problems());
        } catch (StackOverflowError e) {
            report.add(parts.split().bodyLine(), Kind.LIMIT, "the body must not be nested so deeply");
            return new Parsed.Refused<>(report.problems());
        }
    }

    /** Returns what the front matter of the file at a path says; nothing if it cannot be read. */
    private SourceIndex.Article source(Path folder, String path) {
        SourceIndex.Article unknown = new SourceIndex.Article("", "", Visibility.NOWHERE, Instant.EPOCH);
        try {
            if (sites.isExcludedBySite(path)) {
                return SourceIndex.Article.EXCLUDED;
            }
            ArticleBuilder builder = builder(folder, path);
            if (builder == null) {
                return unknown;
            }
            SourceIndex.Article article = builder.source(sites.isExcludedBySettings(path));
            // Excluded articles have no page on this server.
            return sites.isExcludedBySettings(path) && article.address().isEmpty()
                    ? SourceIndex.Article.EXCLUDED
                    : article;
        } catch (IOException e) {
            // Reading that file as an article reports the error.
            return unknown;
        }
    }

    /** Returns the addresses of the file at a path; none if it is no article or cannot be read. */
    private Map<String, String> pages(Path folder, String path) {
        try {
            ArticleBuilder builder = isArticle(path) ? builder(folder, path) : null;
            return builder == null ? Map.of() : builder.pages().places();
        } catch (IOException e) {
            // Reading that file as an article reports the error.
            return Map.of();
        }
    }

    /** Returns what other articles may include of a file: nothing unless it is certainly public. */
    private IncludedFile included(SourceFile file, Instant now) {
        Report report = new Report(file.path(), rules.limits().maxMessageLength());
        String text = frontMatter.text(file, report);
        if (text == null || text.indexOf('\0') >= 0) {
            return SiteFiles.refused(file.path(), "must be text");
        }
        if (!FileEndings.isRead(file.path())) {
            return new IncludedFile.Text(file.path(), text, text);
        }
        FrontMatterReader.Parts parts = frontMatter.read(text, report);
        return parts == null || !builder(file, parts, report).source(false).isPublicAt(now)
                ? SiteFiles.refused(file.path(), "is not public")
                : new IncludedFile.Text(file.path(), text, parts.split().body());
    }

    /** Returns a builder; null if the file has no readable header. */
    private @Nullable ArticleBuilder builder(Path folder, String path) throws IOException {
        if (!(SourceFile.load(folder, path, rules.limits().maxFileBytes()) instanceof Parsed.Read<SourceFile> loaded)) {
            return null;
        }
        Report report = new Report(path, rules.limits().maxMessageLength());
        FrontMatterReader.Parts parts = frontMatter.read(loaded.value(), report);
        return parts == null ? null : builder(loaded.value(), parts, report);
    }

    private ArticleBuilder builder(SourceFile file, FrontMatterReader.Parts parts, Report report) {
        // What other articles see must not depend on the current time.
        return new ArticleBuilder(
                rules,
                sanitizer,
                body,
                new ArticleBuilder.Source(file, parts),
                new ArticleBuilder.Surroundings(sites.of(file.path()), null, null),
                report,
                Instant.EPOCH);
    }
}
