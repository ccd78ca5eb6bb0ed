package dev.feedmill.template;

/** What a tag or shortcode stands for. */
public enum TagKind {
    /** What it encloses is shown as it is written. */
    RAW,
    /** A remark for the author. */
    REMARK,
    /** What it encloses is code. */
    CODE,
    /** A diagram or score, whose source is shown as code. */
    DIAGRAM,
    /** A formula of TeX. */
    FORMULA,
    IF,
    UNLESS,
    CASE,
    /** One of several ways within {@link #IF}, {@link #CASE} or a loop. */
    BRANCH,
    LOOP,
    CAPTURE,
    ASSIGN,
    /** It prints a number and counts. */
    COUNT,
    /** It prints one of several values in turn. */
    CYCLE,
    /** It prints a value. */
    ECHO,
    /** It ends a loop, or one round of it. */
    LEAVE,
    /** It shows nothing by itself, and what it encloses stays. */
    SILENT,
    /** A picture with what stands below it. */
    FIGURE,
    PICTURE,
    GALLERY,
    /** A film, sound or frame of another site. */
    PLAYER,
    /** A frame of any address. */
    FRAME,
    AUDIO,
    VIDEO,
    /** Words that lead to an address. */
    LINK,
    /** Words that lead to a path below the site. */
    SITE_LINK,
    /** Words that lead to a post. */
    POST_LINK,
    /** Words that lead to a file of the post. */
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
    /** A quotation in the middle, or one of the article itself. */
    PLAIN_QUOTE,
    NOTE,
    /** A group, whose parts each have a title. */
    TABS,
    TAB,
    DETAILS,
    /** Words of the text itself, such as {@code kbd}. */
    INLINE,
    EMOJI,
    LINE_BREAK,
    RULE,
    PARAMETER,
    INCLUDE,
    /** A file of code that stands elsewhere. */
    INCLUDE_CODE
}
