package dev.feedmill.feed.item;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Recording;
import dev.feedmill.feed.item.FeedItem.Label;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps entries to feed items for all formats. Every text passes through here, so that no character can break a
 * document.
 */
public final class FeedItemMapper {
    /** Values allowed in {@code xml:lang} (roughly BCP 47). */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Site site;

    public FeedItemMapper(Site site) {
        this.site = site;
    }

    /**
     * The title with the site's name, since readers show the feed among those of other sites. A name that the address
     * gives is the reader's own, and stays as it is.
     */
    public String title(FeedDescriptor descriptor) {
        if (!descriptor.options().name().isEmpty()) {
            return clean(descriptor.options().name());
        }
        String name = name(descriptor);
        // Directories show only the name of a podcast.
        if (descriptor.about().podcast() != null && !name.isEmpty()) {
            return name;
        }
        return clean(
                descriptor.options().shape().script().of(name.isEmpty() ? site.title() : site.title() + " › " + name));
    }

    /**
     * The name without the site's: a podcast's title, else a form that distinguishes a category, a tag and an author of
     * the same name. Empty for everything.
     */
    public String name(FeedDescriptor descriptor) {
        List<String> names = new ArrayList<>(descriptor.names());
        switch (descriptor.kind()) {
            case TAG -> names.set(0, "#" + names.get(0));
            case AUTHOR -> names.set(0, site.texts().byline().replace("{0}", names.get(0)));
            default -> {
                // The other kinds are shown by their names alone.
            }
        }
        return clean(descriptor.words().titleOr(String.join(" › ", names)));
    }

    public String description(FeedDescriptor descriptor) {
        String own = descriptor.words().descriptionOr(descriptor.about().description());
        return clean(descriptor.options().shape().script().of(own == null ? site.description() : own));
    }

    public String language(FeedDescriptor descriptor) {
        String said = descriptor.words().language();
        String own = said == null ? descriptor.about().language() : said;
        return own == null ? site.language() : own;
    }

    /** The author of the feed and of its entries that have none. */
    public String publisher(FeedDescriptor descriptor) {
        String author = descriptor.words().author();
        return clean(author == null ? site.publisher() : author);
    }

    /** URL of the feed's picture; null for none. */
    @Nullable
    public String image(FeedDescriptor descriptor) {
        Podcast podcast = descriptor.about().podcast();
        if (podcast != null && podcast.artwork() != null) {
            return clean(site.server().resolve(podcast.artwork()));
        }
        String own = descriptor.about().image();
        // Directories would take the logo for the cover of a podcast.
        return own != null || podcast != null ? own : site.addresses().logo();
    }

    public String alternate(FeedDescriptor descriptor) {
        String link = descriptor.words().link();
        if (link != null) {
            return link;
        }
        return descriptor.page().isEmpty() ? site.home() : site.server().url(descriptor.page());
    }

    public String self(FeedDescriptor descriptor, Format format) {
        return site.feedServer()
                .url(descriptor.channel().feed(format).with(descriptor.options().query()));
    }

    /**
     * The hubs at which a feed can be subscribed to; none for a feed that has gone to another server, whose publisher
     * it is then, and for one that begins after its newest entries, since nothing new comes there.
     */
    public List<String> hubs(FeedDescriptor descriptor) {
        Site.Addresses addresses = site.addresses();
        return addresses.movedTo() != null || descriptor.isPart() ? List.of() : addresses.hubs();
    }

    /** The hubs of a document; none for a page of an archive, which is no topic. */
    public List<String> hubs(FeedHead head) {
        return head.links().current() == null ? hubs(head.subject()) : List.of();
    }

    /** The feed address that identifies a podcast. */
    public String podcastUrl(FeedDescriptor descriptor) {
        return descriptor.channel().feed(Format.RSS).at(site.feedServer());
    }

    /** Address of a page of a feed's archive. */
    public String archive(FeedDescriptor descriptor, Format format, int number) {
        return new Address.Archive(descriptor.channel().feed(format), number).at(site.feedServer());
    }

    /** Address of the feed's document after a cursor. */
    public String after(FeedDescriptor descriptor, Format format, Cursor place) {
        String self = self(descriptor, format).replaceFirst("[?&]" + Parameter.CURSOR + "=[^&]*$", "");
        return self + (self.indexOf('?') < 0 ? '?' : '&') + Parameter.CURSOR.with(Cursors.write(place));
    }

    public FeedItem item(Entry entry) {
        return item(entry, site.language());
    }

    /**
     * The feed item of an entry.
     *
     * @param defaultLanguage language of entries that name none
     */
    public FeedItem item(Entry entry, String defaultLanguage) {
        Article article = entry.article();
        List<List<String>> categories = article.categories().stream()
                .map(CategoryPath::names)
                .map(FeedItemMapper::clean)
                .filter(names -> !names.isEmpty())
                .toList();
        List<String> tags = clean(article.tags());
        return new FeedItem(
                clean(entry.id().uri()),
                clean(entry.link(site.server())),
                new FeedItem.Text(
                        clean(article.title()),
                        clean(article.summary()).strip(),
                        clean(article.body().at(site.server(), entry.page().path())),
                        false),
                picture(article),
                entry.isDated() ? entry.published() : null,
                entry.updated(),
                new FeedItem.Names(clean(article.authors()), categories, tags, labels(entry, categories, tags)),
                language(article.language(), defaultLanguage),
                recording(entry));
    }

    private @Nullable FeedPicture picture(Article article) {
        String image = article.image();
        return image == null
                ? null
                : FeedPicture.of(
                        clean(site.server().resolve(image)),
                        article.attachments().at(image).orElse(null));
    }

    /** The recording, with the address of the list of chapters. */
    private Recording recording(Entry entry) {
        Recording recording = entry.article().recording();
        boolean isListed = !recording.episode().chapters().list().isEmpty();
        return (isListed ? recording.chaptersAt(entry.chapters().stored()) : recording)
                .map(url -> clean(site.server().resolve(url)));
    }

    private static @Nullable String language(@Nullable String own, String defaultLanguage) {
        return own == null
                        || own.equalsIgnoreCase(defaultLanguage)
                        || !LANGUAGE.matcher(own).matches()
                ? null
                : own;
    }

    /** Every category with its ancestors, outermost first, then the tags. */
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
        return new Label(names.get(names.size() - 1), site.server().url(page));
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
