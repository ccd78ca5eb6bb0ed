package dev.feedmill.feed;

import dev.feedmill.address.Address;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Enclosure;
import dev.feedmill.article.Episode;
import dev.feedmill.article.PaymentValue;
import dev.feedmill.article.Podcast;
import dev.feedmill.feed.item.FeedItem;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import dev.feedmill.web.ServerUrl;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The RSS elements of podcasts and episodes, beyond those of every feed: Apple's (itunes) and those of the podcast
 * namespace (podcastindex.org/namespace/1.0), as PSP-1 requires.
 */
final class PodcastMarkup {
    static final Namespace ITUNES = Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
    static final Namespace PODCAST = Namespace.getNamespace("podcast", "https://podcastindex.org/namespace/1.0");

    /** The namespace of podcast guids (podcast namespace, {@code guid}). */
    private static final UUID GUIDS = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    private final List<Element> elements = new ArrayList<>();

    private PodcastMarkup() {}

    /**
     * The elements of a channel.
     *
     * @param artwork absolute URL
     * @param address address of the feed, from which its guid is derived
     */
    static List<Element> channel(Podcast podcast, String author, @Nullable String artwork, String address) {
        PodcastMarkup markup = new PodcastMarkup();
        Podcast.Publication publication = podcast.publication();
        Podcast.Owner owner = podcast.owner();
        markup.itunes("author", author);
        if (owner != null) {
            Element element = new Element("owner", ITUNES);
            if (!owner.name().isEmpty()) {
                element.addContent(XmlExtensions.text(ITUNES, "name", clean(owner.name())));
            }
            markup.elements.add(element.addContent(XmlExtensions.text(ITUNES, "email", clean(owner.email()))));
        }
        podcast.topics().forEach(markup::topic);
        markup.itunes("explicit", Boolean.toString(podcast.explicit()));
        if (artwork != null) {
            markup.elements.add(new Element("image", ITUNES).setAttribute("href", artwork));
        }
        markup.itunes("type", publication.serial() ? "serial" : "episodic");
        if (publication.complete()) {
            markup.itunes("complete", "Yes");
        }
        if (publication.blocked()) {
            markup.itunes("block", "Yes");
        }
        if (publication.newFeed() != null) {
            markup.itunes("new-feed-url", publication.newFeed());
        }
        markup.elements.add(
                XmlExtensions.text(PODCAST, "guid", publication.guid() == null ? guid(address) : publication.guid()));
        markup.lock(publication.locked(), owner);
        for (Podcast.Funding funding : podcast.support().funding()) {
            markup.elements.add(XmlExtensions.text(PODCAST, "funding", clean(funding.text()))
                    .setAttribute("url", clean(funding.url())));
        }
        podcast.support().people().forEach(markup::person);
        markup.value(podcast.support().value());
        return markup.elements;
    }

    /**
     * The elements of an item.
     *
     * @param server this server, which serves a file of chapters as of the type for its name
     */
    static List<Element> item(FeedItem item, ServerUrl server) {
        PodcastMarkup markup = new PodcastMarkup();
        List<Enclosure> enclosures = item.enclosures();
        if (enclosures.isEmpty() || !enclosures.get(0).isPlayed()) {
            return markup.elements;
        }
        Episode episode = item.recording().episode();
        if (item.recording().seconds() > 0) {
            markup.itunes("duration", Long.toString(item.recording().seconds()));
        }
        if (episode.explicit() != null) {
            markup.itunes("explicit", episode.explicit().toString());
        }
        if (episode.image() != null) {
            markup.elements.add(new Element("image", ITUNES).setAttribute("href", episode.image()));
        }
        markup.place(episode.place());
        episode.people().forEach(markup::person);
        for (Episode.Transcript transcript : episode.transcripts()) {
            Element element = markup.podcast("transcript")
                    .setAttribute("url", transcript.url())
                    .setAttribute("type", clean(transcript.type()));
            set(element, "language", transcript.language());
        }
        String chapters = episode.chapters().url();
        if (chapters != null) {
            MediaType served =
                    Address.on(server, chapters) instanceof Address.File ? MediaTypes.ofAddress(chapters) : null;
            markup.podcast("chapters")
                    .setAttribute("url", chapters)
                    .setAttribute("type", (served == null ? MediaTypes.CHAPTERS : served).name());
        }
        for (Episode.Soundbite soundbite : episode.soundbites()) {
            markup.podcast("soundbite")
                    .setAttribute("startTime", seconds(soundbite.start()))
                    .setAttribute("duration", seconds(soundbite.length()))
                    .setText(clean(soundbite.title()));
        }
        markup.value(episode.value());
        return markup.elements;
    }

    /** The guid of a podcast, derived from the feed's address without its scheme and final slashes. */
    static String guid(String address) {
        return ArticleId.version5(
                        GUIDS, address.replaceFirst("^[A-Za-z]+://", "").replaceFirst("/+$", ""))
                .toString();
    }

    private void itunes(String name, String text) {
        elements.add(XmlExtensions.text(ITUNES, name, clean(text)));
    }

    private Element podcast(String name) {
        Element element = new Element(name, PODCAST);
        elements.add(element);
        return element;
    }

    private void topic(Podcast.Topic topic) {
        Element element = new Element("category", ITUNES).setAttribute("text", topic.name());
        if (topic.narrower() != null) {
            element.addContent(new Element("category", ITUNES).setAttribute("text", topic.narrower()));
        }
        elements.add(element);
    }

    private void lock(@Nullable Boolean locked, Podcast.@Nullable Owner owner) {
        if (locked != null) {
            Element element = podcast("locked").setText(locked ? "yes" : "no");
            set(element, "owner", owner == null ? null : owner.email());
        }
    }

    private void place(Episode.Place place) {
        if (place.season() > 0) {
            itunes("season", Integer.toString(place.season()));
            podcast("season").setText(Integer.toString(place.season()));
        }
        if (place.number() > 0) {
            itunes("episode", Integer.toString(place.number()));
            podcast("episode").setText(Integer.toString(place.number()));
        }
        if (place.kind() != Episode.Kind.FULL) {
            itunes("episodeType", place.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    private void person(Episode.Person person) {
        Element element = podcast("person").setText(clean(person.name()));
        set(element, "role", person.role());
        set(element, "group", person.group());
        set(element, "img", person.image());
        set(element, "href", person.url());
    }

    private void value(@Nullable PaymentValue value) {
        if (value == null) {
            return;
        }
        Element element = podcast("value")
                .setAttribute("type", clean(value.type()))
                .setAttribute("method", clean(value.method()));
        set(element, "suggested", value.suggested());
        for (PaymentValue.Recipient recipient : value.recipients()) {
            Element one = new Element("valueRecipient", PODCAST);
            set(one, "name", recipient.name());
            one.setAttribute("type", clean(recipient.type()))
                    .setAttribute("address", clean(recipient.address()))
                    .setAttribute("split", Integer.toString(recipient.split()));
            element.addContent(one);
        }
    }

    private static void set(Element element, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            element.setAttribute(name, clean(value));
        }
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private static String clean(String text) {
        return FeedItemMapper.clean(text);
    }
}
