package dev.feedmill.feed;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Term;
import dev.feedmill.feed.FeedItem.Label;
import dev.feedmill.html.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all formats say alike; every text goes through here, so that no character can break a document. */
final class FeedTexts {
    /** What {@code xml:lang} can hold (BCP 47 in outline). */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Site site;

    FeedTexts(Site site) {
        this.site = site;
    }

    String title(Term term) {
        List<String> names = new ArrayList<>(List.of(site.title()));
        names.addAll(term.names());
        return clean(String.join(" › ", names));
    }

    String description() {
        return clean(site.description());
    }

    String publisher() {
        return clean(site.publisher());
    }

    String alternate(Term term) {
        return term.names().isEmpty() ? site.home() : site.here().url(term.pagePath());
    }

    String self(Term term, Format format) {
        return site.here().url(term.feedPath(format.extension()));
    }

    /** Address of one page of a feed's archive. */
    String archive(Term term, Format format, int number) {
        return self(term, format) + "?archive=" + number;
    }

    FeedItem item(Entry entry) {
        Article article = entry.article();
        List<List<String>> categories = article.categories().stream()
                .map(CategoryPath::names)
                .map(FeedTexts::clean)
                .filter(names -> !names.isEmpty())
                .toList();
        List<String> tags = clean(article.tags());
        return new FeedItem(
                clean(entry.id().uri()),
                clean(entry.link(site.here())),
                clean(article.title()),
                clean(article.summary()).strip(),
                clean(article.body().at(site.here())),
                article.image() == null ? null : clean(site.here().resolve(article.image())),
                entry.published(),
                entry.updated(),
                clean(article.authors()),
                categories,
                tags,
                labels(categories, tags),
                language(article.language()),
                false);
    }

    private @Nullable String language(@Nullable String own) {
        return own == null
                        || own.equalsIgnoreCase(site.language())
                        || !LANGUAGE.matcher(own).matches()
                ? null
                : own;
    }

    /** Every category with those above it, outermost first, then the tags. */
    private List<Label> labels(List<List<String>> categories, List<String> tags) {
        Map<List<String>, Label> labels = new LinkedHashMap<>();
        for (List<String> names : categories) {
            for (int depth = 1; depth <= names.size(); depth++) {
                List<String> path = names.subList(0, depth);
                labels.putIfAbsent(path, label(Term.Kind.CATEGORY, path));
            }
        }
        List<Label> all = new ArrayList<>(labels.values());
        tags.stream().distinct().map(tag -> label(Term.Kind.TAG, List.of(tag))).forEach(all::add);
        return all;
    }

    private Label label(Term.Kind kind, List<String> names) {
        String page = kind.folder() + "/" + Segments.encode(Segments.ofNames(names));
        return new Label(names.get(names.size() - 1), site.here().url(page));
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream()
                .map(FeedTexts::clean)
                .filter(text -> !text.isBlank())
                .toList();
    }

    static String clean(String text) {
        return XmlText.clean(text);
    }
}
