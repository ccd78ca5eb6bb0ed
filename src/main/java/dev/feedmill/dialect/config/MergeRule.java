package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ways to merge defaults with an article's own values. Keys are compared as in articles: without case, {@code -} and
 * {@code _}. Defaults get the line in which the front matter begins.
 */
enum MergeRule {
    /** The article's values override defaults; mappings are merged. */
    OWN_FIRST {
        @Override
        boolean joins(String key) {
            return false;
        }
    },
    /** As {@link #OWN_FIRST}, but categories are joined. */
    JOINED_CATEGORIES {
        @Override
        boolean joins(String key) {
            return key.equals("categories");
        }
    },
    /** As {@link #OWN_FIRST}, but all lists are joined. */
    JOINED_LISTS {
        @Override
        boolean joins(String key) {
            return true;
        }
    };

    /** Keys under which a single text is a list too. */
    private static final Set<String> LISTS = Set.of("categories", "tags");

    abstract boolean joins(String key);

    Mapping merged(Mapping own, Mapping given) {
        Map<String, Node> values = new LinkedHashMap<>(own.values());
        Map<String, Integer> lines = new LinkedHashMap<>(own.lines());
        Map<String, String> known = new HashMap<>();
        own.keys().forEach(key -> known.put(Mapping.plain(key), key));
        given.values().forEach((key, value) -> {
            String there = known.get(Mapping.plain(key));
            if (there == null) {
                values.put(key, moved(value, own.line()));
                lines.put(key, own.line());
            } else {
                values.computeIfPresent(
                        there, (name, mine) -> merged(Mapping.plain(key), mine, moved(value, mine.line())));
            }
        });
        return new Mapping(values, lines, own.line());
    }

    private Node merged(String key, Node mine, Node given) {
        if (mine instanceof Mapping inner && given instanceof Mapping other) {
            return merged(inner, other);
        }
        boolean lists = mine instanceof Sequence && given instanceof Sequence;
        if (!joins(key) || !(lists || LISTS.contains(key))) {
            return mine;
        }
        List<Node> all = new ArrayList<>(listed(given));
        for (Node item : listed(mine)) {
            if (!(item instanceof Scalar text && contains(all, text.text()))) {
                all.add(item);
            }
        }
        return new Sequence(all, mine.line());
    }

    private static boolean contains(List<Node> items, String text) {
        return items.stream()
                .anyMatch(item -> item instanceof Scalar other && other.text().equals(text));
    }

    private List<Node> listed(Node node) {
        if (node instanceof Scalar text) {
            String separator = this == JOINED_CATEGORIES ? "\\s+" : ",";
            return Arrays.stream(text.text().strip().split(separator, -1))
                    .filter(word -> !word.isBlank())
                    .<Node>map(word -> new Scalar(word.strip(), text.line()))
                    .toList();
        }
        return node instanceof Sequence items ? items.items() : List.of(node);
    }

    /** Replaces the line, which is one of another file. */
    private static Node moved(Node node, int line) {
        if (node instanceof Scalar text) {
            return new Scalar(text.text(), line);
        }
        if (node instanceof Sequence items) {
            return new Sequence(
                    items.items().stream().map(item -> moved(item, line)).toList(), line);
        }
        Mapping fields = (Mapping) node;
        Map<String, Node> values = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> values.put(key, moved(value, line)));
        return new Mapping(values, Map.of(), line);
    }
}
