package dev.feedmill.reading;

import dev.feedmill.article.Article;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.PlainText;
import dev.feedmill.html.Sanitized;
import dev.feedmill.problem.Problem.Kind;
import java.time.Instant;
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
    private static final Set<String> FORMATS = Set.of("html", "htm", "markdown", "md", "gfm", "commonmark");
    private static final Set<String> HELD_BACK =
            Set.of("draft", "private", "pending", "unpublished", "trash", "hidden");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}#{1,2}\\s+(.+?)\\s*#*\\s*$");
    private static final Pattern HTML_HEADING =
            Pattern.compile("<(title|h1)\\b[^>]*>(.{1,500}?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");

    /** Real Markdown has two for each element or text. */
    private static final int MARKS_OF_A_NODE = 4;

    private final ReadingRules rules;
    private final HtmlSanitizer sanitizer;
    private final Body bodies;
    private final ArticleDates dates;
    private final ArticleLinks links;
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
        this.dates = new ArticleDates(dates, file, split, front, report);
        this.links = new ArticleLinks(rules, file.path(), front, report);
        this.file = file;
        this.split = split;
        this.front = front;
        this.report = report;
        this.fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** Null where the body cannot be served. */
    @Nullable
    Article build(Instant now) {
        String base = links.base();
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
        boolean markdown = Body.isMarkdown(fileName, tags.text(), format());
        int marks = markdown ? Body.marks(tags.text()) : 0;
        if (marks > sanitizer.maxNodes() * MARKS_OF_A_NODE) {
            report.add(
                    split.bodyLine(),
                    Kind.LIMIT,
                    "Markdown must have at most %d lines and marks such as '*' and '[', not %d"
                            .formatted(sanitizer.maxNodes() * MARKS_OF_A_NODE, marks));
            return null;
        }
        Sanitized sanitized = sanitizer.sanitize(bodies.html(Body.withoutMore(tags.text()), markdown), base);
        if (sanitized instanceof Sanitized.TooLarge tooLarge) {
            report.add(split.bodyLine(), Kind.LIMIT, tooLarge.reason());
            return null;
        }
        Sanitized.Clean clean = (Sanitized.Clean) sanitized;
        Names names = new Names(front, rules.categories(), Dates.isDated(fileName), new NameLimits(rules, report));
        ArticleDates.Dated dated = dates.published();
        return new Article(
                title(tags.text()),
                clean.html(),
                summary(tags.text(), markdown, base, clean),
                dated.at(),
                dated.origin(),
                dates.updated(dated.at(), now),
                names.authors(),
                rules.renamed(names.categories()),
                names.tags(),
                links.image(clean.firstImage()),
                links.link(),
                declaredId(),
                links.slug(),
                language(),
                isDraft());
    }

    private @Nullable String format() {
        String written = front.text("format");
        if (written == null || FORMATS.contains(written.toLowerCase(Locale.ROOT))) {
            return written;
        }
        report.add(front.line("format"), Kind.VALUE, "'format' must be html or markdown, not '" + written + "'");
        return null;
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
        String title2 = found.isEmpty() ? PlainText.of(links.stem().replace('-', ' ')) : found;
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

    private @Nullable String declaredId() {
        for (String key : List.of("guid", "id", "uuid")) {
            String written = front.text(key);
            if (written != null) {
                return PlainText.of(written);
            }
        }
        return null;
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
