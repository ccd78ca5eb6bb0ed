package dev.feedmill.dialect;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.Map;

/** Dialect of articles that belong to no known generator. */
final class Plain implements Dialect {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean titlesFromFileNames() {
        return true;
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.COMMON;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.ANY;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return false;
    }

    @Override
    public Map<String, String> authors(SiteFolder folder, Config config) {
        String file = folder.first("authors.yml", "authors.yaml", "authors.json");
        return file == null ? Map.of() : Docusaurus.people(Config.of(file, folder.table(file)));
    }

    @Override
    public NameRules nameRules() {
        return NameRules.PATHS;
    }
}
