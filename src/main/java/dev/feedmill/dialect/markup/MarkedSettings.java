package dev.feedmill.dialect.markup;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.HeadingIds;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;

/** Hexo's {@code marked} (github.com/hexojs/hexo-renderer-marked), or {@code markdown} for renderers that read that. */
public final class MarkedSettings {
    private static final String MARKED = "marked.";

    private MarkedSettings() {}

    public static MarkdownRules of(Config config) {
        MarkdownRules rules = renderer(config);
        return highlights(config) ? rules : rules.without(Feature.FENCE_CAPTIONS);
    }

    /** Captions of code come from the highlighter (hexo.io/docs/syntax-highlight). */
    private static boolean highlights(Config config) {
        String named = config.text("syntax_highlighter");
        return named == null
                ? !MarkdownRules.isNo(config.text("highlight.enable")) || config.isTrue("prismjs.enable")
                : !named.isBlank() && !MarkdownRules.isNo(named);
    }

    private static MarkdownRules renderer(Config config) {
        if (config.list(Config.PACKAGES).stream().anyMatch(name -> name.startsWith("hexo-renderer-markdown-it"))) {
            return markdownIt(config);
        }
        MarkdownRules rules = MarkdownRules.MARKED_HEXO
                .with(Feature.HARD_BREAKS, config.text(MARKED + "breaks"))
                .with(Feature.WEB_LINKS, config.text(MARKED + "autolink"))
                .with(Feature.MAIL_LINKS, config.text(MARKED + "autolink"))
                .with(Feature.DEFINITION_LISTS, config.text(MARKED + "descriptionLists"));
        if (MarkdownRules.isNo(config.text(MARKED + "gfm"))) {
            rules = rules.with(Feature.NO_TABLES)
                    .with(Feature.NO_STRIKES)
                    .with(Feature.NO_TASKS)
                    .without(Feature.SIMPLE_STRIKES)
                    .without(Feature.HARD_BREAKS)
                    .without(Feature.WEB_LINKS)
                    .without(Feature.MAIL_LINKS);
        }
        rules = MarkdownRules.isNo(config.text(MARKED + "smartypants")) ? rules.with(Typography.NONE) : rules;
        if (MarkdownRules.isNo(config.text(MARKED + "headerIds"))) {
            return rules.with(HeadingIds.NONE);
        }
        return switch (config.textOr("0", MARKED + "modifyAnchors")) {
            case "1" -> rules.with(HeadingIds.HEXO_SMALL);
            case "2" -> rules.with(HeadingIds.HEXO_CAPITAL);
            default -> rules;
        };
    }

    /** All options except the plug-ins are on by default (github.com/hexojs/hexo-renderer-markdown-it). */
    private static MarkdownRules markdownIt(Config config) {
        MarkdownRules rules = MarkdownRules.MARKDOWN_IT
                .with(Feature.INDENTED_CODE)
                .with(Feature.FENCE_CAPTIONS)
                .with(Feature.HARD_BREAKS)
                .with(Feature.WEB_LINKS)
                .with(Typography.GOLDMARK)
                .with(HeadingIds.HEXO);
        return MarkdownItSettings.options(rules, config, "markdown.render.");
    }
}
