package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;

/** Front matter that the configuration of a site gives to its articles. */
@FunctionalInterface
public interface FrontMatterDefaults {
    /** No defaults. */
    FrontMatterDefaults NONE = (path, own) -> own;

    /** Returns defaults that apply to every article that does not override them. */
    static FrontMatterDefaults ofAll(Mapping given) {
        return given.values().isEmpty() ? NONE : (path, own) -> MergeRule.OWN_FIRST.merged(own, given);
    }

    /**
     * Completes the front matter of an article.
     *
     * @param path below the root of the site
     * @param own the article's own front matter
     */
    Mapping withDefaults(String path, Mapping own);
}
