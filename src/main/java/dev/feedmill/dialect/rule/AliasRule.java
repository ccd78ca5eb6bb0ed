package dev.feedmill.dialect.rule;

/** What the aliases of an article are. */
public enum AliasRule {
    /** Earlier addresses, all from the root of the website. */
    FROM_ROOT,
    /** Earlier addresses, those without a slash at their start from the folder of the article's own. */
    FROM_FOLDER,
    /** Other names of a note. */
    NAMES
}
