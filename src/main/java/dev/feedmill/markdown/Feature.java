package dev.feedmill.markdown;

/** Extensions of a Markdown dialect, besides CommonMark and GitHub's tables, task lists and {@code ~~struck~~} text. */
public enum Feature {
    /** {@code [^1]} and {@code [^1]: the note}. */
    FOOTNOTES,
    /** A term, and below it {@code : its definition}. */
    DEFINITION_LISTS,
    /** {@code ## Heading {#id .class}}. */
    HEADING_ATTRIBUTES,
    /** kramdown's {@code {: #id .class key="value"}} after blocks and within lines. */
    ATTRIBUTE_LISTS,
    /** {@code ![](a.png){width=200 .class}}, after inline nodes and at the end of blocks. */
    BRACE_ATTRIBUTES,
    /** {@code > [!NOTE]}, with a title and collapsible as in Obsidian. */
    CALLOUTS,
    /** {@code ::: tip Title} to {@code :::}. */
    CONTAINERS,
    /** {@code !!! note "Title"} and an indented body, collapsible with {@code ???}. */
    ADMONITIONS,
    /** HTML elements reach to their end tags, and contain Markdown if they have {@code markdown="1"}. */
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
    /** HTML that an author wrote is removed. */
    NO_HTML,
    /** HTML that an author wrote is shown as text. */
    HTML_AS_TEXT,
    /** {@code |} makes no tables. */
    NO_TABLES,
    /** {@code [ ]} makes no task lists. */
    NO_TASKS,
    /** {@code ~struck~} with a single tilde. */
    SINGLE_TILDE,
    /** Strikethrough marks count unless a space is inside next to them. */
    SIMPLE_STRIKES,
    /** {@code ~~} is text. */
    NO_STRIKES,
    /** An unclosed code fence is text. */
    CLOSED_FENCES,
    /** The first line of code may name its language: {@code :::python}. */
    CODE_SHEBANGS,
    /** Text after the language of a fence is the caption, with a URL as a link. */
    FENCE_CAPTIONS,
    /** {@code // [!code ++]} marks a line of code. */
    SHIKI_COMMENTS,
    /** {@code // highlight-next-line} marks a line of code. */
    HIGHLIGHT_COMMENTS,
    /** A backslash escapes fewer characters than in CommonMark. */
    FEW_ESCAPES,
    /** A line end is a hard break. */
    HARD_BREAKS,
    /** A line end between two Chinese or Japanese letters is no space. */
    JOINED_LINES,
    /** {@code ##Heading} without a space. */
    HEADINGS_WITHOUT_SPACE,
    /** Table rows of lines only, {@code |---|===}, separate the rows and are removed. */
    TABLE_RULES,
    /** {@code ##} and any Unicode space begin a heading. */
    WIDE_SPACES,
    /** Default titles of containers are in capital letters. */
    CAPITAL_TITLES,
    /** Placeholders of tables of contents, {@code [[toc]]}, {@code [TOC]} and {@code {:toc}}, are removed. */
    TABLE_OF_CONTENTS,
    /** Bare web URLs are links. */
    WEB_LINKS,
    /** Except for {@code www.a.example} without a scheme. */
    NO_WWW_LINKS,
    /** Bare email addresses are links. */
    MAIL_LINKS,
    /** {@code [text] [1]} with a space is a link too. */
    SPACED_REFERENCES,
    /** The last of duplicate link definitions wins. */
    LAST_DEFINITION,
    /** {@code *[HTML]: HyperText Markup Language}. */
    ABBREVIATIONS,
    /** JavaScript components and programs. */
    MDX,
    /** Vue components and attributes. */
    VUE,
    /** Four spaces begin code. */
    INDENTED_CODE,
    /** TeX formulas between {@code $}, {@code $$}, {@code \(} and {@code \[} are kept as written. */
    TEX,
    /** Only {@code $$} delimits formulas, as in kramdown. */
    DOUBLE_DOLLAR_TEX
}
