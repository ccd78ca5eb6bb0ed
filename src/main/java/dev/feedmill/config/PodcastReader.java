package dev.feedmill.config;

import dev.feedmill.address.Address;
import dev.feedmill.article.Episode;
import dev.feedmill.article.PaymentValue;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Podcast.Topic;
import dev.feedmill.problem.Problem;
import dev.feedmill.setting.Quoted;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parses the settings of one podcast, below {@code podcast} of a category or a named feed. */
final class PodcastReader {
    private static final String NAME = "podcast";
    private static final List<String> KEYS = List.of(
            "title",
            "description",
            "author",
            "owner",
            "category",
            "explicit",
            "artwork",
            "type",
            "language",
            "copyright",
            "link",
            "locked",
            "funding",
            "people",
            "complete",
            "block",
            "new-feed-url",
            "guid",
            "value");

    private final PodcastFields settings;

    private PodcastReader(PodcastFields settings) {
        this.settings = settings;
    }

    /** Parses a podcast; null if the node is not a mapping. */
    static @Nullable Podcast read(String file, @Nullable Node node, List<Problem> problems) {
        PodcastFields settings = new PodcastFields(file, problems);
        if (node instanceof Mapping fields) {
            return new PodcastReader(settings).read(fields);
        }
        if (node != null) {
            settings.add(node.line(), "'" + NAME + "' must have keys: " + String.join(", ", KEYS));
        }
        return null;
    }

    private Podcast read(Mapping fields) {
        settings.unknown(fields, NAME, KEYS);
        return new Podcast(
                new Podcast.Words(
                        settings.text(fields, NAME, "title"),
                        settings.text(fields, NAME, "description"),
                        settings.text(fields, NAME, "author"),
                        settings.text(fields, NAME, "copyright"),
                        language(fields),
                        settings.address(fields, NAME, "link")),
                owner(fields.get("owner")),
                topics(fields),
                Boolean.TRUE.equals(truth(fields, "explicit")),
                artwork(fields),
                new Podcast.Publication(
                        "serial".equals(type(fields)),
                        Boolean.TRUE.equals(truth(fields, "complete")),
                        Boolean.TRUE.equals(truth(fields, "block")),
                        truth(fields, "locked"),
                        settings.address(fields, NAME, "new-feed-url"),
                        guid(fields)),
                new Podcast.Support(
                        funding(fields.get("funding")), people(fields.get("people")), value(fields.get("value"))));
    }

    private @Nullable String language(Mapping fields) {
        String language = settings.text(fields, NAME, "language");
        if (language != null && !SettingValues.LANGUAGE.matcher(language).matches()) {
            settings.fault(fields, NAME, "language", "must be a language tag such as en or zh-CN", language);
            return null;
        }
        return language;
    }

    private @Nullable Boolean truth(Mapping fields, String key) {
        String text = settings.text(fields, NAME, key);
        if (text == null) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            settings.fault(fields, NAME, key, "must be true or false", text);
        }
        return word.equals("true");
    }

    private @Nullable String type(Mapping fields) {
        String type = settings.text(fields, NAME, "type");
        if (type != null && !List.of("episodic", "serial").contains(type)) {
            settings.fault(fields, NAME, "type", "must be episodic or serial", type);
        }
        return type;
    }

    private @Nullable String guid(Mapping fields) {
        String guid = settings.text(fields, NAME, "guid");
        if (guid == null) {
            return null;
        }
        try {
            return UUID.fromString(guid).toString();
        } catch (IllegalArgumentException e) {
            settings.fault(fields, NAME, "guid", "must be a UUID", guid);
            return null;
        }
    }

    /** URL of the artwork, or the path of a file in the articles folder, which this server serves. */
    private @Nullable String artwork(Mapping fields) {
        String written = settings.text(fields, NAME, "artwork");
        if (written == null || Lists.isWebAddress(written)) {
            return written;
        }
        List<String> names = Arrays.asList(written.replaceFirst("^/", "").split("/", -1));
        boolean isPath =
                !written.contains(":") && names.stream().noneMatch(name -> name.isEmpty() || name.startsWith("."));
        if (!isPath) {
            settings.fault(
                    fields,
                    NAME,
                    "artwork",
                    "must be the address of a picture, or its path in the articles folder",
                    written);
            return null;
        }
        return new Address.File(names).stored();
    }

    private Podcast.@Nullable Owner owner(@Nullable Node node) {
        String name = "podcast.owner";
        if (!(node instanceof Mapping fields)) {
            if (node != null) {
                settings.add(node.line(), "'" + name + "' must have keys: name, email");
            }
            return null;
        }
        settings.unknown(fields, name, List.of("name", "email"));
        String email = settings.text(fields, name, "email");
        String own = settings.text(fields, name, "name");
        if (email == null || !email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            settings.fault(fields, name, "email", "must be an address of mail", email == null ? "" : email);
            return null;
        }
        return new Podcast.Owner(own == null ? "" : own, email);
    }

    private List<Topic> topics(Mapping fields) {
        Node node = fields.get("category");
        PodcastTopics known = new PodcastTopics();
        List<Topic> topics = new ArrayList<>();
        for (Node item : PodcastFields.items(node)) {
            String written = item instanceof Scalar text ? text.text().strip() : "";
            Topic topic = known.find(written);
            if (topic != null) {
                topics.add(topic);
            } else {
                settings.add(
                        item.line(),
                        "'podcast.category' must be of Apple's list, such as 'Arts > Books', not " + Quoted.of(written)
                                + "; did you mean '" + known.nearest(written) + "'?");
            }
        }
        return topics;
    }

    private List<Podcast.Funding> funding(@Nullable Node node) {
        List<Podcast.Funding> funding = new ArrayList<>();
        for (Node item : PodcastFields.items(node)) {
            Mapping fields = settings.fields(item, "podcast.funding", List.of("url", "text"));
            String url = settings.address(fields, "podcast.funding", "url");
            String text = settings.text(fields, "podcast.funding", "text");
            settings.required(fields, item, "podcast.funding", "url");
            if (url != null) {
                funding.add(new Podcast.Funding(url, text == null ? "" : text));
            }
        }
        return funding;
    }

    private List<Episode.Person> people(@Nullable Node node) {
        String name = "podcast.people";
        List<Episode.Person> people = new ArrayList<>();
        for (Node item : PodcastFields.items(node)) {
            Mapping fields = item instanceof Scalar text
                    ? new Mapping(Map.of("name", text), Map.of(), item.line())
                    : settings.fields(item, name, List.of("name", "role", "group", "url", "image"));
            String own = settings.text(fields, name, "name");
            String role = settings.text(fields, name, "role");
            String group = settings.text(fields, name, "group");
            settings.required(fields, item, name, "name");
            if (own != null) {
                people.add(new Episode.Person(
                        own,
                        role == null ? "" : role,
                        group == null ? "" : group,
                        settings.address(fields, name, "url"),
                        settings.address(fields, name, "image")));
            }
        }
        return people;
    }

    private @Nullable PaymentValue value(@Nullable Node node) {
        String name = "podcast.value";
        if (node == null) {
            return null;
        }
        Mapping fields = settings.fields(node, name, List.of("type", "method", "suggested", "recipients"));
        String type = settings.text(fields, name, "type");
        String method = settings.text(fields, name, "method");
        String suggested = settings.text(fields, name, "suggested");
        List<PaymentValue.Recipient> recipients = new ArrayList<>();
        for (Node item : PodcastFields.items(fields.get("recipients"))) {
            Mapping one = settings.fields(item, name + ".recipients", List.of("name", "type", "address", "split"));
            String own = settings.text(one, name, "name");
            String kind = settings.text(one, name, "type");
            String address = settings.text(one, name, "address");
            String split = settings.text(one, name, "split");
            if (kind == null || address == null || split == null || !split.matches("\\d{1,6}")) {
                settings.add(
                        item.line(),
                        "every item of 'podcast.value.recipients' must have 'type', 'address' and a number as 'split'");
            } else {
                recipients.add(
                        new PaymentValue.Recipient(own == null ? "" : own, kind, address, Integer.parseInt(split)));
            }
        }
        if (type == null || method == null) {
            settings.add(node.line(), "'" + name + "' must have 'type' and 'method'");
            return null;
        }
        return new PaymentValue(type, method, suggested == null ? "" : suggested, recipients);
    }
}
