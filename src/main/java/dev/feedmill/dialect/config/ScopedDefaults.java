package dev.feedmill.dialect.config;

import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobSyntax;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Jekyll's {@code defaults}: values for all documents of a path and a type
 * (jekyllrb.com/docs/configuration/front-matter-defaults).
 */
public final class ScopedDefaults implements FrontMatterDefaults {
    private final List<Rule> rules;
    private final UnaryOperator<String> relative;
    private final UnaryOperator<String> type;

    /**
     * One scope; an empty path or type matches all.
     *
     * @param globs of the path, if it has asterisks
     */
    private record Rule(
            String path, List<Glob> globs, @Nullable String type, Mapping values) {
        static Rule of(String path, @Nullable String type, Mapping values) {
            boolean plain = path.indexOf('*') < 0;
            return new Rule(
                    path,
                    plain
                            ? List.of()
                            : List.of(Glob.orAll(path, GlobSyntax.SHELL), Glob.orAll(path + "/**", GlobSyntax.SHELL)),
                    type,
                    values);
        }

        boolean isFor(String document, String kind) {
            return (type == null || type.equals(kind)) && holds(document);
        }

        private boolean holds(String document) {
            return globs.isEmpty()
                    ? document.startsWith(path)
                    : globs.stream().anyMatch(glob -> glob.matches(document));
        }

        /** Returns Jekyll's precedence: longer paths first, then scopes with a type. */
        boolean goesBefore(@Nullable Rule other) {
            return other == null
                    || (path.length() != other.path.length()
                            ? path.length() > other.path.length()
                            : type != null || other.type == null);
        }
    }

    private ScopedDefaults(List<Rule> rules, UnaryOperator<String> relative, UnaryOperator<String> type) {
        this.rules = rules;
        this.relative = relative;
        this.type = type;
    }

    /**
     * Reads the list of scopes.
     *
     * @param relative returns the path of a document as scopes name it
     * @param type returns the type of the document at a path
     */
    public static FrontMatterDefaults of(
            @Nullable Node written, UnaryOperator<String> relative, UnaryOperator<String> type) {
        List<Rule> rules = new ArrayList<>();
        if (written instanceof Sequence items) {
            for (Node item : items.items()) {
                if (item instanceof Mapping set && set.get("values") instanceof Mapping values) {
                    Mapping scope = set.get("scope") instanceof Mapping fields ? fields : Mapping.empty(set.line());
                    String path = text(scope.get("path"));
                    String of = text(scope.get("type"));
                    rules.add(Rule.of(
                            path == null ? "" : relative.apply(path.replaceFirst("^/", "")), deprecated(of), values));
                }
            }
        }
        return rules.isEmpty() ? NONE : new ScopedDefaults(List.copyOf(rules), relative, type);
    }

    private static @Nullable String deprecated(@Nullable String type) {
        return "post".equals(type) || "page".equals(type) || "draft".equals(type) ? type + "s" : type;
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof Scalar text && !text.text().isBlank()
                ? text.text().strip()
                : null;
    }

    @Override
    public Mapping withDefaults(String path, Mapping own) {
        String document = relative.apply(path);
        String kind = type.apply(path);
        Mapping given = Mapping.empty(own.line());
        Rule first = null;
        for (Rule rule : rules) {
            if (rule.isFor(document, kind)) {
                boolean before = rule.goesBefore(first);
                given = before
                        ? MergeRule.OWN_FIRST.merged(rule.values(), given)
                        : MergeRule.OWN_FIRST.merged(given, rule.values());
                first = before ? rule : first;
            }
        }
        return MergeRule.JOINED_CATEGORIES.merged(own, given);
    }
}
