package dev.feedmill.reading;

import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Sanitized;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.html.text.TitleKey;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.text.ArticleBody;
import dev.feedmill.reading.text.HeadingFinder;
import dev.feedmill.reading.text.SummaryMarkFinder;
import java.util.List;
import java.util.Set;

/** The title and the summary of one article. */
final class ArticleTexts {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "0");

    private final ReadingRules rules;
    private final GeneratorSite site;
    private final HtmlSanitizer sanitizer;
    private final ArticleBody body;
    private final FrontMatter front;
    private final Post post;

    ArticleTexts(
            ReadingRules rules,
            GeneratorSite site,
            HtmlSanitizer sanitizer,
            ArticleBody body,
            FrontMatter front,
            Post post) {
        this.rules = rules;
        this.site = site;
        this.sanitizer = sanitizer;
        this.body = body;
        this.front = front;
        this.post = post;
    }

    /** Returns the title in the front matter; empty for none. */
    static String writtenTitle(FrontMatter front) {
        String written = front.raw("title");
        return written == null ? "" : PlainText.of(written);
    }

    /** Returns a body without the heading that is its title, if the site's generator removes that. */
    String shown(String written) {
        return site.removesTitleHeading() ? HeadingFinder.without(written) : written;
    }

    /**
     * Returns the title; empty if the author gives none.
     *
     * @param text of the body
     * @param stem name of the file, without date and ending
     */
    String title(String text, String stem, LinkBase base) {
        String title = writtenTitle(front);
        if (!title.isEmpty()) {
            return title;
        }
        String named = front.names("title") ? null : site.titleOf(post);
        String heading = named == null ? HeadingFinder.find(text, line -> heading(line, base)) : PlainText.of(named);
        // A number or a time is no title.
        boolean byFile = site.titlesFromFileNames()
                && !front.names("title")
                && stem.codePoints().anyMatch(Character::isLetter);
        return heading.isEmpty() && byFile ? PlainText.of(stem.replace('-', ' ')) : heading;
    }

    /** Returns the text of a heading, without ids and marks. */
    private String heading(String line, LinkBase base) {
        return line.isEmpty() ? "" : text(body.heading(line), base);
    }

    /** Returns the summary: the author's, else the paragraphs before a mark, else the first paragraphs. */
    String summary(ArticleBody.Written source, boolean markdown, LinkBase base, String title, Sanitized.Clean clean) {
        String whole = shown(source.text());
        for (String key : List.of("description", "excerpt", "summary", "desc", "abstract", "subtitle", "tagline")) {
            String written = front.text(key);
            if (written != null && !TRUE.contains(written) && !FALSE.contains(written)) {
                String text = written.indexOf('<') < 0 ? PlainText.of(written) : text(Markup.written(written), base);
                if (!text.isEmpty()) {
                    return PlainText.cut(text, Math.max(rules.summaryLength(), 1000));
                }
            }
        }
        String own = front.text("excerpt_separator");
        String end = own == null ? site.summaryEnd() : own;
        int first = SummaryMarkFinder.find(whole);
        int more = first >= 0 || end == null || end.isBlank() ? first : SummaryMarkFinder.find(whole, end.strip());
        if (more > 0) {
            Sanitized before = sanitizer.sanitize(body.html(whole.substring(0, more), markdown, source), base, title);
            String text = before instanceof Sanitized.Clean part ? part.text() : "";
            if (!text.isEmpty() && !TitleKey.isSame(text, title)) {
                return PlainText.cut(text, Math.max(rules.summaryLength(), 1000));
            }
        }
        return PlainText.cut(clean.lead(), rules.summaryLength());
    }

    private String text(Markup html, LinkBase base) {
        return sanitizer.sanitize(html, base) instanceof Sanitized.Clean clean ? clean.text() : "";
    }
}
