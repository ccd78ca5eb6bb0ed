package dev.feedmill.dialect.rule;

/** Meaning of an article's aliases. */
public enum AliasRule {
    /** Earlier addresses, all from the root of the website. */
    FROM_ROOT,
    /** Earlier addresses; those without a leading slash are relative to the folder of the article's address. */
    FROM_FOLDER,
    /** Other names of a note. */
    NAMES
}
