package dev.feedmill.article;

import java.util.List;

/**
 * A category with its parents, outermost first, as in Hexo's {@code categories: [a, b, c]}.
 *
 * @param names names, at least one; trimmed, NFC, none empty
 */
public record CategoryPath(List<String> names) {
    public CategoryPath {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a category path has at least one name");
        }
    }

    public static CategoryPath of(String... names) {
        return new CategoryPath(List.of(names));
    }

    /** The innermost name. */
    public String leaf() {
        return names.get(names.size() - 1);
    }

    /** The names separated by {@code " › "}, for people. */
    @Override
    public String toString() {
        return String.join(" › ", names);
    }
}
