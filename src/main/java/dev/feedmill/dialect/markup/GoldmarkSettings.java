package dev.feedmill.dialect.markup;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.HeadingIds;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import java.util.Map;

/** Hugo's {@code markup.goldmark} (gohugo.io/configuration/markup); configuration keys are in lower case. */
public final class GoldmarkSettings {
    private static final String GOLDMARK = "markup.goldmark.";
    private static final String EXTENSIONS = GOLDMARK + "extensions.";

    private static final Map<String, Feature> EXTRAS = Map.of(
            "mark", Feature.HIGHLIGHT,
            "insert", Feature.INSERTED,
            "subscript", Feature.SUBSCRIPT,
            "superscript", Feature.SUPERSCRIPT);

    private GoldmarkSettings() {}

    /**
     * Returns the rules that the settings select. Removes HTML only if it is explicitly forbidden: a theme or module
     * may allow it too, and lost text is worse than text shown twice.
     */
    public static MarkdownRules of(Config config) {
        MarkdownRules rules = MarkdownRules.GOLDMARK
                .with(Feature.FOOTNOTES, config.text(EXTENSIONS + "footnote", EXTENSIONS + "footnote.enable"))
                .with(Feature.DEFINITION_LISTS, config.text(EXTENSIONS + "definitionlist"))
                .with(Feature.WEB_LINKS, config.text(EXTENSIONS + "linkify"))
                .with(Feature.MAIL_LINKS, config.text(EXTENSIONS + "linkify"))
                .with(Feature.HARD_BREAKS, config.text(GOLDMARK + "renderer.hardwraps"))
                .with(Feature.HEADING_ATTRIBUTES, config.text(GOLDMARK + "parser.attribute.title"))
                .with(Feature.ATTRIBUTE_LISTS, config.text(GOLDMARK + "parser.attribute.block"));
        rules = MarkdownRules.isNo(config.text(GOLDMARK + "renderer.unsafe")) ? rules.with(Feature.NO_HTML) : rules;
        rules = off(config, "strikethrough") ? rules.with(Feature.NO_STRIKES) : rules;
        rules = off(config, "table") ? rules.with(Feature.NO_TABLES) : rules;
        rules = off(config, "tasklist") ? rules.with(Feature.NO_TASKS) : rules;
        for (Map.Entry<String, Feature> extra : EXTRAS.entrySet()) {
            rules = rules.with(extra.getValue(), config.text(EXTENSIONS + "extras." + extra.getKey() + ".enable"));
        }
        boolean joined =
                config.isTrue(EXTENSIONS + "cjk.enable") && config.isTrue(EXTENSIONS + "cjk.eastasianlinebreaks");
        rules = joined ? rules.with(Feature.JOINED_LINES) : rules;
        boolean typed = off(config, "typographer") || config.isTrue(EXTENSIONS + "typographer.disable");
        return headings(typed ? rules.with(Typography.NONE) : rules, config);
    }

    private static boolean off(Config config, String extension) {
        return MarkdownRules.isNo(config.text(EXTENSIONS + extension));
    }

    private static MarkdownRules headings(MarkdownRules rules, Config config) {
        if (MarkdownRules.isNo(config.text(GOLDMARK + "parser.autoheadingid"))) {
            return rules.with(HeadingIds.NONE);
        }
        return "github-ascii".equals(config.text(GOLDMARK + "parser.autoheadingidtype", GOLDMARK + "parser.autoidtype"))
                ? rules.with(HeadingIds.GITHUB_ASCII)
                : rules;
    }
}
