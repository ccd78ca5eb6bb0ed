package dev.feedmill.feed.item;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Recording;
import dev.feedmill.feed.item.FeedItem.Label;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all formats say alike; every text goes through here, so that no character can break a document. */
public final class FeedItemMapper {
    /** What {@code xml:lang} can hold (BCP 47 in outline). */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Site site;

    public FeedItemMapper(Site site) {
        this.site = site;
    }

    /** With the site's name, for a feed that stands among those of other sites. */
    public String title(FeedDescriptor subject) {
        if (subject.podcast() != null && subject.podcast().words().title() != null) {
            return clean(subject.podcast().words().title());
        }
        // A directory shows the name of a podcast and nothing else.
        String name = name(subject);
        if (subject.podcast() != null && !name.isEmpty()) {
            return name;
        }
        return clean(subject.shape().script().of(name.isEmpty() ? site.title() : site.title() + " › " + name));
    }

    /** Where the site needs no naming: a category, a tag and an author of one name are told apart. Empty for everything. */
    public String name(FeedDescriptor subject) {
        List<String> names = new ArrayList<>(subject.names());
        switch (subject.kind()) {
            case TAG -> names.set(0, "#" + names.get(0));
            case AUTHOR -> names.set(0, site.byline().replace("{0}", names.get(0)));
            default -> {
                // Nothing is said of the others but their names.
            }
        }
        return clean(String.join(" › ", names));
    }

    public String description(FeedDescriptor subject) {
        String said =
                subject.podcast() == null ? null : subject.podcast().words().description();
        String own = said == null ? subject.description() : said;
        return clean(subject.shape().script().of(own == null ? site.description() : own));
    }

    public String language(FeedDescriptor subject) {
        String said =
                subject.podcast() == null ? null : subject.podcast().words().language();
        String own = said == null ? subject.language() : said;
        return own == null ? site.language() : own;
    }

    public String publisher() {
        return clean(site.publisher());
    }

    /** Its picture; null for none. */
    @Nullable
    public String image(FeedDescriptor subject) {
        String artwork = subject.podcast() == null ? null : subject.podcast().artwork();
        return artwork == null ? subject.image() : clean(site.here().resolve(artwork));
    }

    public String alternate(FeedDescriptor subject) {
        if (subject.podcast() != null && subject.podcast().words().link() != null) {
            return subject.podcast().words().link();
        }
        return subject.page().isEmpty() ? site.home() : site.here().url(subject.page());
    }

    public String self(FeedDescriptor subject, Format format) {
        return site.feeds().url(subject.address(format));
    }

    /** Address of the feed by which a podcast is known. */
    public String show(FeedDescriptor subject) {
        return site.feeds().url(subject.stem() + "." + Format.RSS.extension());
    }

    /** Address of one page of a feed's archive. */
    public String archive(FeedDescriptor subject, Format format, int number) {
        return with(subject, format, "archive", Integer.toString(number));
    }

    /** Address of what comes after a place. */
    public String after(FeedDescriptor subject, Format format, Cursor place) {
        return with(subject, format, "cursor", Cursors.write(place));
    }

    /** In the address of a place there is that of an earlier one already. */
    private String with(FeedDescriptor subject, Format format, String name, String value) {
        String self = self(subject, format).replaceFirst("[?&]" + name + "=[^&]*$", "");
        return self + (self.indexOf('?') < 0 ? '?' : '&') + name + "=" + value;
    }

    public FeedItem item(Entry entry) {
        return item(entry, site.language());
    }

    /**
     * What feeds say of an entry.
     *
     * @param usual the language of entries that name none
     */
    public FeedItem item(Entry entry, String usual) {
        Article article = entry.article();
        List<List<String>> categories = article.categories().stream()
                .map(CategoryPath::names)
                .map(FeedItemMapper::clean)
                .filter(names -> !names.isEmpty())
                .toList();
        List<String> tags = clean(article.tags());
        return new FeedItem(
                clean(entry.id().uri()),
                clean(entry.link(site.here())),
                clean(article.title()),
                clean(article.summary()).strip(),
                clean(article.body().at(site.here(), entry.pagePath())),
                picture(article),
                entry.isDated() ? entry.published() : null,
                entry.updated(),
                clean(article.authors()),
                categories,
                tags,
                labels(entry, categories, tags),
                language(article.language(), usual),
                recording(entry),
                false);
    }

    private @Nullable FeedPicture picture(Article article) {
        String image = article.image();
        return image == null
                ? null
                : FeedPicture.of(
                        clean(site.here().resolve(image)),
                        article.attachments().at(image).orElse(null));
    }

    /** The list of chapters has an address of its own. */
    private Recording recording(Entry entry) {
        Recording recording = entry.article().recording();
        boolean isListed = !recording.episode().chapters().list().isEmpty();
        return (isListed ? recording.chaptersAt(ServerUrl.URL + entry.chaptersPath()) : recording)
                .map(url -> clean(site.here().resolve(url)));
    }

    private static @Nullable String language(@Nullable String own, String usual) {
        return own == null
                        || own.equalsIgnoreCase(usual)
                        || !LANGUAGE.matcher(own).matches()
                ? null
                : own;
    }

    /** Every category with those above it, outermost first, then the tags. */
    private List<Label> labels(Entry entry, List<List<String>> categories, List<String> tags) {
        Map<List<String>, Label> labels = new LinkedHashMap<>();
        for (List<String> names : categories) {
            for (int depth = 1; depth <= names.size(); depth++) {
                List<String> path = names.subList(0, depth);
                labels.putIfAbsent(path, label(entry, Term.Kind.CATEGORY, path));
            }
        }
        List<Label> all = new ArrayList<>(labels.values());
        tags.stream()
                .distinct()
                .map(tag -> label(entry, Term.Kind.TAG, List.of(tag)))
                .forEach(all::add);
        return all;
    }

    private Label label(Entry entry, Term.Kind kind, List<String> names) {
        String page = entry.pagePath(new Entry.Named(kind, names));
        return new Label(names.get(names.size() - 1), site.here().url(page));
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream()
                .map(FeedItemMapper::clean)
                .filter(text -> !text.isBlank())
                .toList();
    }

    public static String clean(String text) {
        return XmlText.clean(text);
    }
}
