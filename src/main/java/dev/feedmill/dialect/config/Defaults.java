package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Fields;

/** Front matter that the configuration of a site gives to its articles. */
@FunctionalInterface
public interface Defaults {
    /** Gives nothing. */
    Defaults NONE = (path, own) -> own;

    /** Gives these values to every article that says nothing else. */
    static Defaults ofAll(Fields given) {
        return given.values().isEmpty() ? NONE : (path, own) -> Merging.OWN_FIRST.merged(own, given);
    }

    /**
     * The front matter of an article with what is given to it.
     *
     * @param path below the root of the site
     * @param own as the article has it
     */
    Fields complete(String path, Fields own);
}
