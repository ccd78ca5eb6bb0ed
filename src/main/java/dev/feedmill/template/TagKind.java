package dev.feedmill.template;

/** Meaning of a tag or shortcode. */
public enum TagKind {
    /** Its content is shown as written. */
    RAW,
    /** A comment for the author. */
    COMMENT,
    /** Its content is code. */
    CODE,
    /** A diagram or score, whose source is shown as code. */
    DIAGRAM,
    /** A TeX formula. */
    FORMULA,
    IF,
    UNLESS,
    CASE,
    /** A branch of {@link #IF}, {@link #CASE} or a loop. */
    BRANCH,
    LOOP,
    CAPTURE,
    ASSIGN,
    /** Prints and advances a counter. */
    COUNT,
    /** Prints one of several values in turn. */
    CYCLE,
    /** Prints a value. */
    ECHO,
    /** Ends a loop or one of its iterations. */
    LEAVE,
    /** Shows nothing itself; its content stays. */
    SILENT,
    /** A picture with a caption. */
    FIGURE,
    PICTURE,
    GALLERY,
    /** A video, audio or frame of another site. */
    PLAYER,
    /** A frame of any URL. */
    FRAME,
    AUDIO,
    VIDEO,
    /** A link to a URL. */
    LINK,
    /** A link to a path below the site. */
    SITE_LINK,
    /** A link to a post. */
    POST_LINK,
    /** A link to a file of the post. */
    ASSET_LINK,
    /** The address of a file of the post. */
    ASSET_ADDRESS,
    /** The address of a post. */
    POST_ADDRESS,
    /** The address of a page by its path or name. */
    PAGE_ADDRESS,
    /** The address of a file of the site. */
    FILE_ADDRESS,
    QUOTE,
    /** A centred quotation, or a pull quote of the article itself. */
    PLAIN_QUOTE,
    NOTE,
    /** A group whose parts each have a title. */
    TABS,
    TAB,
    DETAILS,
    /** Inline text, such as {@code kbd}. */
    INLINE,
    EMOJI,
    LINE_BREAK,
    RULE,
    PARAMETER,
    INCLUDE,
    /** A code file that is inserted. */
    INCLUDE_CODE
}
