package dev.feedmill.dialect;

import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;

/** Dialect of pages written by RSSHub or a similar program: HTML after front matter, as Hexo reads it. */
final class RssHub implements Dialect {
    @Override
    public String name() {
        return "rsshub";
    }

    /** No file identifies such a folder. */
    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.MARKED_HEXO;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.HEXO;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return false;
    }

    @Override
    public NameRules nameRules() {
        return NameRules.PATHS;
    }
}
