package dev.feedmill.config;

import dev.feedmill.address.Address;
import dev.feedmill.article.Episode;
import dev.feedmill.article.PaymentValue;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Podcast.Topic;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.setting.Quoted;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parses the settings of one podcast, below {@code podcast} of a category or a named feed. */
final class Podcasts {
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

    private final String file;
    private final List<Problem> problems;

    private Podcasts(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Parses a podcast; null if the node is not a mapping. */
    static @Nullable Podcast read(String file, @Nullable Node node, List<Problem> problems) {
        Podcasts reader = new Podcasts(file, problems);
        if (node instanceof Fields fields) {
            return reader.read(fields);
        }
        if (node != null) {
            reader.add(node.line(), "'" + NAME + "' must have keys: " + String.join(", ", KEYS));
        }
        return null;
    }

    private Podcast read(Fields fields) {
        unknown(fields, NAME, KEYS);
        return new Podcast(
                new Podcast.Words(
                        text(fields, NAME, "title"),
                        text(fields, NAME, "description"),
                        text(fields, NAME, "author"),
                        text(fields, NAME, "copyright"),
                        language(fields),
                        address(fields, NAME, "link")),
                owner(fields.get("owner")),
                topics(fields),
                Boolean.TRUE.equals(truth(fields, "explicit")),
                artwork(fields),
                new Podcast.Course(
                        "serial".equals(type(fields)),
                        Boolean.TRUE.equals(truth(fields, "complete")),
                        Boolean.TRUE.equals(truth(fields, "block")),
                        truth(fields, "locked"),
                        address(fields, NAME, "new-feed-url"),
                        guid(fields)),
                new Podcast.Support(
                        funding(fields.get("funding")), people(fields.get("people")), value(fields.get("value"))));
    }

    private void unknown(Fields fields, String name, List<String> keys) {
        for (String key : fields.keys()) {
            if (!keys.contains(key)) {
                add(
                        fields.lineOf(key),
                        Quoted.of(key) + " is none of the keys of '" + name + "': " + String.join(", ", keys)
                                + Nearest.suggestion(key, keys));
            }
        }
    }

    private @Nullable String text(Fields fields, String name, String key) {
        Node node = fields.get(key);
        if (node == null) {
            return null;
        }
        String text = node instanceof Scalar one ? one.text().strip() : "";
        boolean isText =
                node instanceof Scalar && (text.isEmpty() || key.equals("description") || SettingValues.isLine(text));
        if (!isText) {
            fault(fields, name, key, "must be " + (key.equals("description") ? "a text" : "one line of text"), text);
        }
        return text.isEmpty() || !isText ? null : text;
    }

    private @Nullable String language(Fields fields) {
        String language = text(fields, NAME, "language");
        if (language != null && !SettingValues.LANGUAGE.matcher(language).matches()) {
            fault(fields, NAME, "language", "must be a language tag such as en or zh-CN", language);
            return null;
        }
        return language;
    }

    private @Nullable String address(Fields fields, String name, String key) {
        String address = text(fields, name, key);
        if (address != null && !Lists.isWebAddress(address)) {
            fault(fields, name, key, "must be an http or https address", address);
            return null;
        }
        return address;
    }

    private @Nullable Boolean truth(Fields fields, String key) {
        String text = text(fields, NAME, key);
        if (text == null) {
            return null;
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            fault(fields, NAME, key, "must be true or false", text);
        }
        return word.equals("true");
    }

    private @Nullable String type(Fields fields) {
        String type = text(fields, NAME, "type");
        if (type != null && !List.of("episodic", "serial").contains(type)) {
            fault(fields, NAME, "type", "must be episodic or serial", type);
        }
        return type;
    }

    private @Nullable String guid(Fields fields) {
        String guid = text(fields, NAME, "guid");
        if (guid == null) {
            return null;
        }
        try {
            return UUID.fromString(guid).toString();
        } catch (IllegalArgumentException e) {
            fault(fields, NAME, "guid", "must be a UUID", guid);
            return null;
        }
    }

    /** URL of the artwork, or the path of a file in the articles folder, which this server serves. */
    private @Nullable String artwork(Fields fields) {
        String written = text(fields, NAME, "artwork");
        if (written == null || Lists.isWebAddress(written)) {
            return written;
        }
        List<String> names = Arrays.asList(written.replaceFirst("^/", "").split("/", -1));
        boolean isPath =
                !written.contains(":") && names.stream().noneMatch(name -> name.isEmpty() || name.startsWith("."));
        if (!isPath) {
            fault(
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
        if (!(node instanceof Fields fields)) {
            if (node != null) {
                add(node.line(), "'" + name + "' must have keys: name, email");
            }
            return null;
        }
        unknown(fields, name, List.of("name", "email"));
        String email = text(fields, name, "email");
        String own = text(fields, name, "name");
        if (email == null || !email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            fault(fields, name, "email", "must be an address of mail", email == null ? "" : email);
            return null;
        }
        return new Podcast.Owner(own == null ? "" : own, email);
    }

    private List<Topic> topics(Fields fields) {
        Node node = fields.get("category");
        PodcastTopics known = new PodcastTopics();
        List<Topic> topics = new ArrayList<>();
        for (Node item : items(node)) {
            String written = item instanceof Scalar text ? text.text().strip() : "";
            Topic topic = known.find(written);
            if (topic != null) {
                topics.add(topic);
            } else {
                add(
                        item.line(),
                        "'podcast.category' must be of Apple's list, such as 'Arts > Books', not " + Quoted.of(written)
                                + "; did you mean '" + known.nearest(written) + "'?");
            }
        }
        return topics;
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof Sequence items ? items.items() : node == null ? List.of() : List.of(node);
    }

    private List<Podcast.Funding> funding(@Nullable Node node) {
        List<Podcast.Funding> funding = new ArrayList<>();
        for (Node item : items(node)) {
            Fields fields = fields(item, "podcast.funding", List.of("url", "text"));
            String url = address(fields, "podcast.funding", "url");
            String text = text(fields, "podcast.funding", "text");
            required(fields, item, "podcast.funding", "url");
            if (url != null) {
                funding.add(new Podcast.Funding(url, text == null ? "" : text));
            }
        }
        return funding;
    }

    private List<Episode.Person> people(@Nullable Node node) {
        String name = "podcast.people";
        List<Episode.Person> people = new ArrayList<>();
        for (Node item : items(node)) {
            Fields fields = item instanceof Scalar text
                    ? new Fields(Map.of("name", text), Map.of(), item.line())
                    : fields(item, name, List.of("name", "role", "group", "url", "image"));
            String own = text(fields, name, "name");
            String role = text(fields, name, "role");
            String group = text(fields, name, "group");
            required(fields, item, name, "name");
            if (own != null) {
                people.add(new Episode.Person(
                        own,
                        role == null ? "" : role,
                        group == null ? "" : group,
                        address(fields, name, "url"),
                        address(fields, name, "image")));
            }
        }
        return people;
    }

    private void required(Fields fields, Node item, String name, String key) {
        Node node = fields.get(key);
        boolean isMissing =
                node == null || (node instanceof Scalar one && one.text().isBlank());
        if (item instanceof Fields && isMissing) {
            add(item.line(), "every item of '" + name + "' must have '" + key + "'");
        }
    }

    private @Nullable PaymentValue value(@Nullable Node node) {
        String name = "podcast.value";
        if (node == null) {
            return null;
        }
        Fields fields = fields(node, name, List.of("type", "method", "suggested", "recipients"));
        String type = text(fields, name, "type");
        String method = text(fields, name, "method");
        String suggested = text(fields, name, "suggested");
        List<PaymentValue.Recipient> recipients = new ArrayList<>();
        for (Node item : items(fields.get("recipients"))) {
            Fields one = fields(item, name + ".recipients", List.of("name", "type", "address", "split"));
            String own = text(one, name, "name");
            String kind = text(one, name, "type");
            String address = text(one, name, "address");
            String split = text(one, name, "split");
            if (kind == null || address == null || split == null || !split.matches("\\d{1,6}")) {
                add(
                        item.line(),
                        "every item of 'podcast.value.recipients' must have 'type', 'address' and a number as 'split'");
            } else {
                recipients.add(
                        new PaymentValue.Recipient(own == null ? "" : own, kind, address, Integer.parseInt(split)));
            }
        }
        if (type == null || method == null) {
            add(node.line(), "'" + name + "' must have 'type' and 'method'");
            return null;
        }
        return new PaymentValue(type, method, suggested == null ? "" : suggested, recipients);
    }

    private Fields fields(Node node, String name, List<String> keys) {
        if (node instanceof Fields fields) {
            unknown(fields, name, keys);
            return fields;
        }
        add(node.line(), "'" + name + "' must have keys: " + String.join(", ", keys));
        return Fields.empty(node.line());
    }

    private void fault(Fields fields, String name, String key, String wanted, String text) {
        add(fields.lineOf(key), "'" + name + "." + key + "' " + wanted + ", not " + Quoted.of(text));
    }

    private void add(int line, String message) {
        problems.add(new Problem(new Location(file, line), Kind.SETTING, message));
    }
}
