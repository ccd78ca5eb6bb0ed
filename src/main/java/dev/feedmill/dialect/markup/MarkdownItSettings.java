package dev.feedmill.dialect.markup;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of markdown-it (github.com/markdown-it/markdown-it) and the plug-ins that a site has installed for it. */
public final class MarkdownItSettings {
    private static final Map<String, Feature> PLUG_INS = Map.ofEntries(
            Map.entry("footnote", Feature.FOOTNOTES),
            Map.entry("deflist", Feature.DEFINITION_LISTS),
            Map.entry("mark", Feature.HIGHLIGHT),
            Map.entry("sub", Feature.SUBSCRIPT),
            Map.entry("sup", Feature.SUPERSCRIPT),
            Map.entry("ins", Feature.INSERTED),
            Map.entry("abbr", Feature.ABBREVIATIONS),
            Map.entry("attrs", Feature.BRACE_ATTRIBUTES),
            Map.entry("container", Feature.CONTAINERS),
            Map.entry("emoji", Feature.EMOJI),
            Map.entry("github-alerts", Feature.CALLOUTS));

    private MarkdownItSettings() {}

    /**
     * Applies options.
     *
     * @param prefix of their keys
     */
    public static MarkdownRules options(MarkdownRules base, Config config, String prefix) {
        MarkdownRules rules = base.with(Feature.HARD_BREAKS, config.text(prefix + "breaks"))
                .with(Feature.WEB_LINKS, config.text(prefix + "linkify"));
        String html = config.text(prefix + "html");
        rules = MarkdownRules.isNo(html) ? rules.with(Feature.HTML_AS_TEXT) : rules;
        String typographer = config.text(prefix + "typographer");
        rules = MarkdownRules.isYes(typographer) ? rules.with(Typography.GOLDMARK) : rules;
        return plugIns(MarkdownRules.isNo(typographer) ? rules.with(Typography.NONE) : rules, config);
    }

    /** Applies installed packages and those in a list of plug-ins. */
    private static MarkdownRules plugIns(MarkdownRules base, Config config) {
        Set<String> names = new LinkedHashSet<>(config.list(Config.PACKAGES));
        names.addAll(config.list("markdown.plugins"));
        MarkdownRules rules = base;
        for (String name : names) {
            Feature feature = feature(name);
            rules = feature == null ? rules : rules.with(feature);
        }
        return rules;
    }

    private static @Nullable Feature feature(String name) {
        String plain = name.replaceFirst("^@[^/]+/", "");
        return plain.startsWith("markdown-it-") ? PLUG_INS.get(plain.substring("markdown-it-".length())) : null;
    }
}
