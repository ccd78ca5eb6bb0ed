package dev.feedmill.reading.header;

import dev.feedmill.dialect.address.Header;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The front matter of one article. {@code publishDate}, {@code publish_date} and {@code publish-date} are one key.
 *
 * <p>A dotted key looks into a nested mapping: {@code taxonomies.tags} is Zola's, {@code header.image} a Jekyll
 * theme's.
 */
public final class FrontMatter implements Header {
    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；]");
    /** Tables in which Zola and Hugo keep the keys of themes. */
    private static final Pattern OF_THEMES = Pattern.compile("^(extra|params)\\.");

    private final Map<String, Found> values = new LinkedHashMap<>();
    private final List<Found> all = new ArrayList<>();
    private final List<String> source;
    private final int firstLine;

    private final boolean unsure;

    /**
     * Creates front matter of parsed fields.
     *
     * @param unsure whether some lines could not be parsed with certainty
     */
    public FrontMatter(Mapping fields, String header, int firstLine, boolean unsure) {
        this.unsure = unsure;
        this.source = header.lines().toList();
        this.firstLine = firstLine;
        add("", "", fields, 0);
    }

    /**
     * A key with its value.
     *
     * @param key in normal form for comparison, with a dot before each nested name
     * @param written as its author writes it
     */
    public record Found(String key, String written, Node node, int line) {
        /** Returns the key without the prefix for themes, as rules name it. */
        public String rule() {
            return OF_THEMES.matcher(key).replaceFirst("");
        }

        /** Returns the whole text and, if it is a list, each of its words. */
        public Set<String> choices() {
            Set<String> choices = new LinkedHashSet<>();
            if (node instanceof Scalar || node instanceof Sequence) {
                String whole = text();
                if (whole != null) {
                    choices.add(whole);
                }
                List<String> words = new ArrayList<>();
                collect(node, words);
                choices.addAll(words);
            }
            return choices;
        }

        /** Returns a single value as written; null if it is empty or a mapping. */
        @Nullable
        public String text() {
            return single(node);
        }
    }

    private void add(String prefix, String written, Mapping fields, int depth) {
        for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
            String name = prefix + plain(entry.getKey());
            Found found = new Found(name, written + entry.getKey(), entry.getValue(), fields.lineOf(entry.getKey()));
            values.put(name, found);
            all.add(found);
            if (entry.getValue() instanceof Mapping inner && depth < 2) {
                add(name + ".", written + entry.getKey() + ".", inner, depth + 1);
            }
        }
    }

    private static String plain(String key) {
        return Mapping.plain(key);
    }

    /** Returns lines that may hold the article back, for a header that could not be parsed with certainty. */
    public List<LenientHeaderScanner.Line> uncertainLines() {
        return unsure ? LenientHeaderScanner.of(source, firstLine) : List.of();
    }

    @Nullable
    public Node node(String key) {
        Found found = found(key);
        return found == null ? null : found.node();
    }

    @Nullable
    public Found found(String key) {
        return values.get(plain(key));
    }

    /** Returns the key, or the same key in the tables that Zola and Hugo keep for themes. */
    @Nullable
    public Found ofTheme(String key) {
        Found found = found(key);
        found = found == null ? found("params." + key) : found;
        return found == null ? found("extra." + key) : found;
    }

    /** Returns whether the key exists, even without a value. */
    public boolean names(String key) {
        return values.containsKey(plain(key));
    }

    /** Returns all keys, including nested ones, with every spelling of each. */
    public List<Found> all() {
        return all;
    }

    public int line(String key) {
        Found found = found(key);
        return found == null ? firstLine : found.line();
    }

    /** Returns the first of these keys that has a value; null for none. */
    @Nullable
    public String firstOf(String... keys) {
        for (String key : keys) {
            if (text(key) != null) {
                return key;
            }
        }
        return null;
    }

    @Override
    public @Nullable String text(String key) {
        return single(node(key));
    }

    private static @Nullable String single(@Nullable Node node) {
        if (node instanceof Scalar text) {
            return text.text().isBlank() ? null : text.text().strip();
        }
        return node instanceof Sequence items
                        && items.items().size() == 1
                        && items.items().get(0) instanceof Scalar only
                ? only.text()
                : null;
    }

    /** Returns the unparsed text after the key in its line: a title such as {@code [draft] x} is words, not a list. */
    @Nullable
    public String raw(String key) {
        Node node = node(key);
        int at = line(key) - firstLine;
        if (node == null || node instanceof Scalar || at < 0 || at >= source.size()) {
            return text(key);
        }
        String line = source.get(at);
        int colon = line.indexOf(':') < 0 ? line.indexOf('=') : line.indexOf(':');
        // A value from the site's configuration is in no line of the file.
        boolean own = colon >= 0 && plain(line.substring(0, colon)).contains(plain(key));
        String rest = own ? line.substring(colon + 1).strip() : "";
        return rest.isEmpty() ? text(key) : rest;
    }

    /** Returns every single value below a key: of a list, or of one text split at commas. */
    @Override
    public List<String> words(String key) {
        List<String> words = new ArrayList<>();
        collect(node(key), words);
        return words;
    }

    /** Returns addresses below a key. They may contain commas, so only a text with spaces is a list. */
    public List<String> addresses(String key) {
        String text = text(key);
        return text == null || text.contains(" ") ? words(key) : List.of(text);
    }

    /**
     * Returns the name of a person or thing that is written as a mapping; WordPress exports logins beside full names.
     */
    private static @Nullable Node nameOf(Mapping fields) {
        for (String key : List.of("name", "display_name", "title", "nickname")) {
            Node name = fields.get(key);
            if (name instanceof Scalar text && !text.text().isBlank()) {
                return name;
            }
        }
        String first = fields.get("first_name") instanceof Scalar text ? text.text() : "";
        String last = fields.get("last_name") instanceof Scalar text ? text.text() : "";
        String whole = (first + " " + last).strip();
        return whole.isEmpty() ? fields.get("login") : new Scalar(whole, fields.line());
    }

    private static void collect(@Nullable Node node, List<String> words) {
        if (node instanceof Scalar text) {
            for (String word : listed(text.text())) {
                words.add(PlainText.of(word));
            }
        } else if (node instanceof Sequence items) {
            for (Node item : items.items()) {
                if (item instanceof Scalar text) {
                    words.add(PlainText.of(text.text()));
                } else {
                    collect(item, words);
                }
            }
        } else if (node instanceof Mapping fields) {
            collect(nameOf(fields), words);
        }
        words.removeIf(String::isBlank);
    }

    /** Splits a list within one text: {@code a, b} or, if the line was read on its own, {@code [a, b]}. */
    public static List<String> listed(String text) {
        String inner = text.strip();
        if (inner.startsWith("[") && inner.endsWith("]") && inner.length() > 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        List<String> parts = new ArrayList<>();
        for (String part : SEPARATOR.split(inner, -1)) {
            String word = part.strip();
            if (word.length() >= 2 && "'\"".indexOf(word.charAt(0)) >= 0 && word.endsWith(word.substring(0, 1))) {
                word = word.substring(1, word.length() - 1);
            }
            if (!word.isBlank()) {
                parts.add(word);
            }
        }
        return parts;
    }
}
