package dev.feedmill.dialect;

import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;

/** Pages that RSSHub or a program like it has written: HTML behind front matter, as Hexo reads it. */
final class RssHub implements Dialect {
    @Override
    public String name() {
        return "rsshub";
    }

    /** Such a folder has no file by which it could be recognised. */
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
    public NameRules names() {
        return NameRules.PATHS;
    }
}
