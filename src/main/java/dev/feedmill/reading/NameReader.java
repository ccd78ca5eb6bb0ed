package dev.feedmill.reading;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reader of categories, tags and authors in the forms that generators use. */
final class NameReader {
    private static final int MAX_LENGTH = 200;

    private static final List<String> OTHER_CATEGORIES = List.of("taxonomies.categories", "taxonomies.category");
    private static final List<String> AUTHORS =
            List.of("authors", "author", "authorname", "creator", "by", "extra.author", "params.author");
    private static final Pattern MAIL = Pattern.compile("\\s*<[^<>@\\s]+@[^<>\\s]+>");
    private final FrontMatter front;
    private final CategoryStyle style;
    private final GeneratorSite site;
    private final String path;
    private final NameLimits limits;

    /** Creates a reader for the article at this path. */
    NameReader(FrontMatter front, GeneratorSite site, String path, CategoryStyle style, NameLimits limits) {
        this.front = front;
        this.site = site;
        this.path = path;
        this.style = style;
        this.limits = limits;
    }

    /**
     * Returns the categories. A list is one path or several labels, depending on the rules; a list of lists is several
     * paths (hexo.io/docs/front-matter).
     */
    List<CategoryPath> categories() {
        List<CategoryPath> paths = new ArrayList<>();
        List<CategoryPath> folders = site.folderCategories(path).stream()
                .map(name -> CategoryPath.of(name(name)))
                .toList();
        if (site.joinsFolderCategories()) {
            paths.addAll(folders);
        }
        List<String> keys = new ArrayList<>(site.nameRules().categoryKeys());
        if (!keys.isEmpty()) {
            keys.addAll(OTHER_CATEGORIES);
        }
        for (String key : keys) {
            addPaths(key, paths);
        }
        if (paths.isEmpty()) {
            paths.addAll(folders);
        }
        String key = keys.isEmpty() ? "categories" : first(keys);
        return limits.categories(distinct(paths), key, front.line(key));
    }

    /** Returns the first key that exists; the first of all if none does. */
    private String first(List<String> keys) {
        return keys.stream().filter(key -> front.node(key) != null).findFirst().orElse(keys.get(0));
    }

    private void addPaths(String key, List<CategoryPath> paths) {
        Node node = front.node(key);
        if (node instanceof Sequence items && items.items().stream().anyMatch(Sequence.class::isInstance)) {
            for (Node item : items.items()) {
                add(names(item, key), paths);
            }
        } else if (node != null) {
            List<String> names = names(node, key);
            if (style == CategoryStyle.LABELS) {
                names.forEach(name -> paths.add(CategoryPath.of(name)));
            } else {
                add(names, paths);
            }
        }
    }

    private static void add(List<String> names, List<CategoryPath> paths) {
        if (!names.isEmpty()) {
            paths.add(new CategoryPath(names));
        }
    }

    private static List<CategoryPath> distinct(List<CategoryPath> paths) {
        Map<List<String>, CategoryPath> kept = new LinkedHashMap<>();
        for (CategoryPath path : paths) {
            kept.putIfAbsent(path.names().stream().map(NameReader::folded).toList(), path);
        }
        return List.copyOf(kept.values());
    }

    List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (String key : site.nameRules().tagKeys()) {
            tags.addAll(names(front.node(key), key));
        }
        String key = first(site.nameRules().tagKeys());
        // Generators keep names apart that differ only in case. Here they are one tag, but remain separate labels.
        List<String> distinct = tags.stream()
                .map(site::tag)
                .filter(tag -> !tag.isBlank())
                .distinct()
                .toList();
        return limits.names(distinct, key, front.line(key));
    }

    List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (String key : AUTHORS) {
            if (authors.isEmpty()) {
                Node node = front.node(key);
                authors.addAll(
                        node instanceof Scalar text && !key.equals("authors")
                                ? List.of(text.text())
                                : front.words(key));
            }
        }
        String key = first(AUTHORS);
        List<String> names = distinctNames(authors.stream()
                .map(name -> name(MAIL.matcher(site.author(name.strip())).replaceAll("")))
                .toList());
        return limits.names(names, key, front.line(key));
    }

    private List<String> names(@Nullable Node node, String key) {
        List<String> names = new ArrayList<>();
        if (node instanceof Scalar text) {
            texts(text.text(), key).forEach(name -> names.add(name(name)));
        } else if (node instanceof Sequence items) {
            for (Node item : items.items()) {
                if (item instanceof Scalar text) {
                    names.add(name(text.text()));
                } else {
                    names.addAll(names(item, key));
                }
            }
        } else if (node instanceof Mapping fields) {
            Node name = fields.get("name") == null ? fields.get("label") : fields.get("name");
            if (name != null) {
                names.addAll(names(name, key));
            }
        }
        names.removeIf(String::isBlank);
        return names;
    }

    /** Returns the names in a text that stands in place of a list; a bracketed text is a list that was read line by line. */
    private List<String> texts(String text, String key) {
        List<String> listed = FrontMatter.listed(text);
        if (text.strip().startsWith("[")) {
            return listed;
        }
        return switch (site.nameRules().text()) {
            case LIST -> listed;
            case NAME -> List.of(text);
            case WORDS -> key.endsWith("s") ? List.of(text.strip().split("\\s+", -1)) : listed;
        };
    }

    private static String name(String written) {
        String name = Normalizer.normalize(PlainText.of(written), Normalizer.Form.NFC);
        return name.codePointCount(0, name.length()) <= MAX_LENGTH ? name : PlainText.cut(name, MAX_LENGTH);
    }

    private static List<String> distinctNames(List<String> names) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : names) {
            if (!name.isBlank()) {
                kept.putIfAbsent(folded(name), name);
            }
        }
        return List.copyOf(kept.values());
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
