package dev.feedmill.markdown;

/** What a dialect of Markdown knows besides CommonMark and GitHub's tables, task lists and {@code ~~struck~~} words. */
public enum Feature {
    /** {@code [^1]} and {@code [^1]: the note}. */
    FOOTNOTES,
    /** A term, and below it {@code : what it means}. */
    DEFINITION_LISTS,
    /** {@code ## Heading {#id .class}}. */
    HEADING_ATTRIBUTES,
    /** kramdown's {@code {: #id .class key="value"}} behind blocks and within lines. */
    ATTRIBUTE_LISTS,
    /** {@code ![](a.png){width=200 .class}}, behind what a line holds and at the end of blocks. */
    BRACE_ATTRIBUTES,
    /** {@code > [!NOTE]}, with a title and foldable as in Obsidian. */
    CALLOUTS,
    /** {@code ::: tip Title} to {@code :::}. */
    CONTAINERS,
    /** {@code !!! note "Title"} and what is indented below, foldable with {@code ???}. */
    ADMONITIONS,
    /** HTML elements reach to their end tags, and hold Markdown where they say {@code markdown="1"}. */
    HTML_ELEMENTS,
    /** {@code [[Page#Part|label]]} and {@code ![[embedded.png]]}. */
    WIKI_LINKS,
    /** {@code :tada:}. */
    EMOJI,
    /** {@code ==marked==}. */
    HIGHLIGHT,
    /** {@code H~2~O}. */
    SUBSCRIPT,
    /** {@code x^2^}. */
    SUPERSCRIPT,
    /** {@code ++inserted++}. */
    INSERTED,
    /** {@code </a:b>} is a tag. */
    COLON_END_TAGS,
    /** HTML that an author wrote is left out. */
    NO_HTML,
    /** HTML that an author wrote is shown as it is written. */
    HTML_AS_TEXT,
    /** {@code |} makes no tables. */
    NO_TABLES,
    /** {@code [ ]} makes no task lists. */
    NO_TASKS,
    /** {@code ~struck~} with a single sign. */
    SINGLE_TILDE,
    /** Signs that strike count wherever no blank stands within. */
    LOOSE_STRIKES,
    /** {@code ~~} strikes nothing. */
    NO_STRIKES,
    /** A fence of code that nothing closes is none. */
    CLOSED_FENCES,
    /** The first line of code may say its language: {@code :::python}. */
    CODE_SHEBANGS,
    /** Words behind the language of a fence are the caption of the code, an address among them is a link. */
    FENCE_CAPTIONS,
    /** {@code // [!code ++]} says how a line of code looks. */
    SHIKI_REMARKS,
    /** {@code // highlight-next-line} says how a line of code looks. */
    HIGHLIGHT_REMARKS,
    /** A backslash escapes fewer signs than in CommonMark. */
    FEW_ESCAPES,
    /** The end of a line is the end of a line. */
    HARD_BREAKS,
    /** The end of a line between two letters of Chinese or Japanese is no blank. */
    JOINED_LINES,
    /** {@code ##Heading} without a blank. */
    LOOSE_HEADINGS,
    /** Rows of tables that are lines only, {@code |---|===}, part their rows and are none. */
    TABLE_RULES,
    /** {@code ##} and any blank of Unicode begin a heading. */
    WIDE_BLANKS,
    /** Titles that containers have by themselves are in capital letters. */
    CAPITAL_TITLES,
    /** Places of tables of contents, {@code [[toc]]}, {@code [TOC]} and {@code {:toc}}, are taken out. */
    TABLE_OF_CONTENTS,
    /** Bare addresses of the web are links. */
    WEB_LINKS,
    /** Of these, {@code www.a.example} without a scheme is none. */
    NO_WWW_LINKS,
    /** Bare addresses of mail are links. */
    MAIL_LINKS,
    /** {@code [text] [1]} with a blank is a link too. */
    SPACED_REFERENCES,
    /** Of two link definitions the last one counts. */
    LAST_DEFINITION,
    /** {@code *[HTML]: HyperText Markup Language}. */
    ABBREVIATIONS,
    /** Components and programs of JavaScript. */
    MDX,
    /** Components and attributes of Vue. */
    VUE,
    /** Four blanks make code. */
    INDENTED_CODE,
    /** Formulas of TeX between {@code $}, {@code $$}, {@code \(} and {@code \[} stay as they are. */
    TEX,
    /** Of these only formulas between {@code $$} are formulas, as in kramdown. */
    DOUBLE_DOLLAR_TEX
}
