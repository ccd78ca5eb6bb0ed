package dev.feedmill.dialect;

import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.rule.AliasRule;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;

/** Dialect of an Obsidian vault (help.obsidian.md), whose notes have no addresses. */
final class Obsidian implements Dialect {
    @Override
    public String name() {
        return "obsidian";
    }

    @Override
    public AliasRule aliases() {
        return AliasRule.NAMES;
    }

    @Override
    public boolean findsFilesByName() {
        return true;
    }

    @Override
    public boolean titlesFromFileNames() {
        return true;
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.OBSIDIAN;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.OBSIDIAN;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.hasFolder(".obsidian");
    }
}
