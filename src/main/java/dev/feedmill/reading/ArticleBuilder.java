package dev.feedmill.reading;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.html.Here;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.PlainText;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.WebUrl;
import dev.feedmill.problem.Problem.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts one article together from its front matter and body. */
final class ArticleBuilder {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");
    private static final Set<String> HELD_BACK =
            Set.of("draft", "private", "pending", "unpublished", "trash", "hidden");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}#{1,2}\\s+(.+?)\\s*#*\\s*$");
    private static final Pattern HTML_HEADING =
            Pattern.compile("<(title|h1)\\b[^>]*>(.{1,500}?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");

    private static final String[] PUBLISHED = {
        "date",
        "published_at",
        "publishdate",
        "publish_date",
        "pubdate",
        "publisheddate",
        "date_published",
        "created",
        "created_at",
        "createdat",
        "posted",
        "time",
        "datetime"
    };
    private static final String[] UPDATED = {
        "updated",
        "lastmod",
        "last_modified_at",
        "last_modified",
        "modified",
        "date_modified",
        "updated_at",
        "update_date",
        "updatedat",
        "lastupdated",
        "modified_at",
        "dateupdated"
    };
    private static final String[] LINKS = {
        "permalink",
        "url",
        "link",
        "canonical",
        "canonical_url",
        "canonicalurl",
        "external_url",
        "original_url",
        "originalurl",
        "original",
        "source_url",
        "sourceurl",
        "source",
        "fromurl"
    };
    private static final String[] IMAGES = {
        "thumbnail",
        "headimg",
        "cover",
        "image",
        "banner",
        "og_image",
        "og:image",
        "ogimage",
        "feature_image",
        "featured_image",
        "featuredimage",
        "featured",
        "feature",
        "cover_image",
        "coverimage",
        "index_img",
        "banner_img",
        "top_img",
        "hero",
        "heroimage",
        "teaser",
        "img",
        "picture",
        "photo",
        "photos",
        "images",
        "socialimage",
        "excerpt_image",
        "preview",
        "cover.image",
        "cover.url",
        "image.path",
        "image.url",
        "image.src",
        "image.feature",
        "images.feature",
        "header.image",
        "header.teaser",
        "header.overlay_image",
        "extra.image",
        "extra.cover",
        "params.image",
        "featuredimage.src",
        "seo.image",
        "resources.src"
    };

    private final ReadingRules rules;
    private final HtmlSanitizer sanitizer;
    private final Body bodies;
    private final Dates dates;
    private final SourceFile file;
    private final Split split;
    private final FrontMatter front;
    private final Report report;
    private final String fileName;

    ArticleBuilder(
            ReadingRules rules,
            HtmlSanitizer sanitizer,
            Body bodies,
            Dates dates,
            SourceFile file,
            Split split,
            FrontMatter front,
            Report report) {
        this.rules = rules;
        this.sanitizer = sanitizer;
        this.bodies = bodies;
        this.dates = dates;
        this.file = file;
        this.split = split;
        this.front = front;
        this.report = report;
        this.fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** Null where the body cannot be served. */
    @Nullable
    Article build(Instant now) {
        String permalink = permalink();
        String link = link(permalink);
        String base = base(link, permalink);
        TemplateTags.Result tags = TemplateTags.remove(split.body());
        if (tags.firstOffset() >= 0) {
            report.add(
                    split.bodyLine()
                            - 1
                            + TextDecoder.line(
                                    split.body(),
                                    Math.min(tags.firstOffset(), split.body().length())),
                    Kind.TEMPLATE,
                    "template code cannot be run here; it is left out");
        }
        boolean markdown = Body.isMarkdown(fileName, tags.text(), front.text("format"));
        Sanitized sanitized = sanitizer.sanitize(bodies.html(Body.withoutMore(tags.text()), markdown), base);
        if (sanitized instanceof Sanitized.TooLarge tooLarge) {
            report.add(split.bodyLine(), Kind.LIMIT, tooLarge.reason());
            return null;
        }
        Sanitized.Clean clean = (Sanitized.Clean) sanitized;
        Names names = new Names(front, rules.categories(), Dates.isDated(fileName));
        Dated dated = published();
        return new Article(
                title(tags.text()),
                clean.html(),
                summary(tags.text(), markdown, base, clean),
                dated.at(),
                dated.origin(),
                updated(dated.at(), now),
                names.authors(),
                names.categories(),
                names.tags(),
                image(base, clean.firstImage()),
                link,
                declaredId(),
                slug(permalink),
                language(),
                isDraft());
    }

    private record Dated(Instant at, DateOrigin origin) {}

    private Dated published() {
        String key = front.firstOf(PUBLISHED);
        if (key == null
                && front.text("published") != null
                && dates.parse(String.valueOf(front.text("published"))) != null) {
            key = "published";
        }
        if (key != null) {
            Instant at = dates.parse(String.valueOf(front.text(key)));
            if (at != null) {
                return new Dated(at, DateOrigin.FRONT_MATTER);
            }
            report.add(front.line(key), Kind.DATE, "'" + key + "' must be a date, not '" + front.text(key) + "'");
        }
        Instant named = dates.inPath(file.path());
        if (named != null) {
            return new Dated(named, DateOrigin.FILE_NAME);
        }
        report.add(
                key == null ? split.headerLine() : front.line(key),
                Kind.DATE,
                "the article names no date; the file's time is recorded instead");
        return new Dated(file.modified().truncatedTo(ChronoUnit.SECONDS), DateOrigin.FILE_TIME);
    }

    private @Nullable Instant updated(Instant published, Instant now) {
        String key = front.firstOf(UPDATED);
        if (key == null) {
            return null;
        }
        String written = String.valueOf(front.text(key));
        Instant at = dates.parse(written);
        if (at == null) {
            report.add(
                    front.line(key), Kind.DATE, "'" + key + "' must be a date, not '" + written + "'; it is left out");
            return null;
        }
        if (at.isBefore(published)) {
            return null;
        }
        if (at.isAfter(now) && !published.isAfter(now)) {
            report.add(front.line(key), Kind.DATE, "'" + key + "' must not lie in the future; it is left out");
            return null;
        }
        return at;
    }

    private String title(String body) {
        String written = front.raw("title");
        String title = written == null ? "" : PlainText.of(written);
        if (!title.isEmpty()) {
            return title;
        }
        Matcher heading = HEADING.matcher(body);
        Matcher html = HTML_HEADING.matcher(body);
        String found = "";
        if (html.find()) {
            found = PlainText.of(TAGS.matcher(html.group(2)).replaceAll(""));
        } else if (heading.find()) {
            found = PlainText.of(TAGS.matcher(heading.group(1)).replaceAll("").replaceAll("[*_`]{1,3}", ""));
        }
        String title2 = found.isEmpty() ? PlainText.of(stem().replace('-', ' ')) : found;
        String title3 = title2.isEmpty() ? fileName : title2;
        report.add(front.line("title"), Kind.TITLE, "'title' must not be empty; '" + title3 + "' is used");
        return title3;
    }

    private String summary(String body, boolean markdown, String base, Sanitized.Clean clean) {
        for (String key : List.of("description", "excerpt", "summary", "desc", "abstract", "subtitle", "tagline")) {
            String written = front.text(key);
            if (written != null && !TRUE.contains(written) && !FALSE.contains(written)) {
                String text = written.indexOf('<') < 0 ? PlainText.of(written) : text(written, base);
                if (!text.isEmpty()) {
                    return PlainText.cut(text, Math.max(rules.summaryLength(), 1000));
                }
            }
        }
        int more = Body.more(body);
        if (more > 0) {
            String text = text(bodies.html(body.substring(0, more), markdown), base);
            if (!text.isEmpty()) {
                return PlainText.cut(text, Math.max(rules.summaryLength(), 1000));
            }
        }
        return PlainText.cut(clean.text(), rules.summaryLength());
    }

    private String text(String html, String base) {
        return sanitizer.sanitize(html, base) instanceof Sanitized.Clean clean ? clean.text() : "";
    }

    private @Nullable String image(String base, @Nullable String firstInBody) {
        for (String key : IMAGES) {
            for (String written : front.addresses(key)) {
                String url = written.matches("(?i)true|false") ? null : WebUrl.absolute(base, written);
                if (url != null) {
                    return url;
                }
            }
        }
        return firstInBody;
    }

    private @Nullable String permalink() {
        for (String key : List.of("permalink", "url", "path")) {
            String written = front.text(key);
            if (written == null || Permalink.isAbsolute(written) || FALSE.contains(written)) {
                continue;
            }
            if (Permalink.isUnsafe(written)) {
                report.add(
                        front.line(key),
                        Kind.URL,
                        "'" + key + "' must be a path of the website, not '" + written + "'");
                continue;
            }
            return written;
        }
        return null;
    }

    private @Nullable String link(@Nullable String permalink) {
        for (String key : LINKS) {
            String written = front.text(key);
            if (Permalink.isAbsolute(written)) {
                return WebUrl.absolute(Here.URL, String.valueOf(written));
            }
        }
        String site = rules.siteUrl();
        return site == null || permalink == null || permalink.contains(":") ? null : WebUrl.absolute(site, permalink);
    }

    /** Relative addresses in the body were written for the place where the article lives. */
    private String base(@Nullable String link, @Nullable String permalink) {
        String site = rules.siteUrl();
        if (site != null) {
            String own = permalink == null ? null : WebUrl.absolute(site, permalink);
            return own == null ? site : own;
        }
        return link == null ? Here.URL : link;
    }

    private @Nullable String declaredId() {
        for (String key : List.of("guid", "id", "uuid")) {
            String written = front.text(key);
            if (written != null) {
                return PlainText.of(written);
            }
        }
        return null;
    }

    private String slug(@Nullable String permalink) {
        String written = front.text("slug");
        String name = written == null || Permalink.isUnsafe(written) ? null : Permalink.lastName(written);
        if (name == null && permalink != null) {
            name = Permalink.lastName(permalink);
        }
        return name == null ? stem() : name;
    }

    private String stem() {
        String stem = fileName.substring(0, fileName.lastIndexOf('.'));
        if (stem.matches("(?i)_?index|readme") && file.path().contains("/")) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/'));
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        String undated = stem.replaceFirst("^\\d{4}-\\d{1,2}-\\d{1,2}[-_ ]", "");
        return undated.isEmpty() ? stem : undated;
    }

    private @Nullable String language() {
        String key = front.firstOf("lang", "language", "locale");
        String written = key == null ? null : front.text(key);
        if (key == null || written == null) {
            return null;
        }
        if (!LANGUAGE.matcher(written).matches()) {
            report.add(
                    front.line(key),
                    Kind.VALUE,
                    "'" + key + "' must be a language tag such as 'en', not '" + written + "'");
            return null;
        }
        return written.replace('_', '-');
    }

    /** Whoever holds an article back in any dialect must not find it in a feed. */
    private boolean isDraft() {
        boolean inDraftFolder = false;
        for (String folder : file.path().split("/", -1)) {
            inDraftFolder |= rules.draftFolders().contains(folder);
        }
        return inDraftFolder
                || says(TRUE, "draft")
                || says(TRUE, "private")
                || says(FALSE, "published")
                || says(FALSE, "publish")
                || says(HELD_BACK, "status")
                || says(HELD_BACK, "visibility")
                || front.text("password") != null;
    }

    private boolean says(Set<String> words, String key) {
        String written = front.text(key);
        return written != null && words.contains(written.toLowerCase(Locale.ROOT));
    }
}
