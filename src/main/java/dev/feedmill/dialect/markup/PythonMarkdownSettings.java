package dev.feedmill.dialect.markup;

import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The extensions of Python-Markdown (python-markdown.github.io/extensions) that a site enables. */
public final class PythonMarkdownSettings {
    /** Default extensions of Pelican and Nikola. */
    public static final List<String> EXTRA = List.of("codehilite", "extra", "meta");

    private static final List<String> PARTS =
            List.of("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables");

    private static final Map<String, Feature> FEATURES = Map.ofEntries(
            Map.entry("abbr", Feature.ABBREVIATIONS),
            Map.entry("attr_list", Feature.ATTRIBUTE_LISTS),
            Map.entry("def_list", Feature.DEFINITION_LISTS),
            Map.entry("footnotes", Feature.FOOTNOTES),
            Map.entry("admonition", Feature.ADMONITIONS),
            Map.entry("toc", Feature.TABLE_OF_CONTENTS),
            Map.entry("nl2br", Feature.HARD_BREAKS),
            Map.entry("wikilinks", Feature.WIKI_LINKS),
            Map.entry("mark", Feature.HIGHLIGHT),
            Map.entry("magiclink", Feature.WEB_LINKS),
            Map.entry("emoji", Feature.EMOJI),
            Map.entry("details", Feature.ADMONITIONS));

    private PythonMarkdownSettings() {}

    /**
     * Returns the rules that these extensions select.
     *
     * @param named with or without their packages
     */
    public static MarkdownRules of(Collection<String> named) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : named) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            names.add(last);
            if (last.equals("extra")) {
                names.addAll(PARTS);
            }
        }
        MarkdownRules rules = MarkdownRules.PYTHON_MARKDOWN;
        for (Feature feature : Set.copyOf(FEATURES.values())) {
            rules = rules.without(feature);
        }
        for (String name : names) {
            Feature feature = FEATURES.get(name);
            rules = feature == null ? rules : rules.with(feature);
        }
        rules = names.contains("attr_list")
                ? rules
                : rules.without(Feature.HEADING_ATTRIBUTES).without(Feature.BRACE_ATTRIBUTES);
        // HTML elements always reach to their end tags.
        rules = names.contains("tables") ? rules : rules.with(Feature.NO_TABLES);
        rules = names.contains("tasklist") ? rules : rules.with(Feature.NO_TASKS);
        rules = names.contains("tilde") ? rules.without(Feature.NO_STRIKES) : rules;
        boolean smart = names.contains("smarty") || names.contains("smartsymbols");
        return smart ? rules.with(Typography.KRAMDOWN) : rules;
    }
}
