package dev.feedmill.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Meanings of a dialect's tags and shortcodes, by name. */
public final class TagTable {
    /** A kind, then its tags. */
    private static final String EVERYWHERE = """
            COMMENT     comment
            RAW         raw verbatim
            CODE        highlight code codeblock code_block codehighlight code-toggle prettify
            DIAGRAM     mermaid plantuml graphviz dot echarts chart markmap abc flowchart
            FORMULA     katex math latex mathjax
            IF          if ifchanged switch
            UNLESS      unless
            CASE        case
            BRANCH      else elif elsif elseif elseunless when default
            LOOP        for tablerow each
            CAPTURE     capture macro
            ASSIGN      assign set
            COUNT       increment decrement
            CYCLE       cycle
            ECHO        echo
            LEAVE       break continue
            SILENT      layout extends block import from load cache spaceless autoescape with
            SILENT      more excerpt toc liquid rawhtml unsafe html safehtml clear clearfix icon fa fas fab fontawesome row column columns
            SILENT      children rendertemplate renderfile style align pageinfo banner jumbotron grid flex container
            COMMENT     css js
            SILENT      center div section article lead table tablenormal steps cards
            FIGURE      figure fig imgcap image-caption captioned_image
            PICTURE     img image picture pic photo asset_img lightbox fancybox imgproc inlineimg inlineimage bundle-image image_tag responsive_image resize_image
            GALLERY     gi gallery galleries gp grouppicture photos image-gallery imagegallery gallerygroup carousel slider
            FRAME       iframe embed oembed embedurl pdf mdimporter
            AUDIO       audio music aplayer mp3
            VIDEO       video dplayer mp4 html5video
            LINK        btn button linkcard link-card linkgrid external cta a cell
            POST_LINK   post_link
            ASSET_LINK  asset_link
            ASSET_ADDRESS  asset_path
            POST_ADDRESS   post_url post_path
            PAGE_ADDRESS   ref relref
            QUOTE       blockquote quote
            PLAIN_QUOTE pullquote centerquote cq epigraph
            NOTE        note notice alert admonition callout tip warning info danger hint attention caution important success error
            NOTE        box message quotebox subnote noteblock notel noter panel banner infobox remark question
            TABS        tabs tabset codetabs code-tabs tabpane code-group codegroup
            TAB         tab tabitem subtab timeline timenode
            DETAILS     details detail expand collapse fold folding spoiler hidetoggle hideblock accordion toggle collapsible dropdown folded accordion-item
            INLINE      kbd mark abbr label span p u emp wavy del sub sup s psw strong em b i small cp hideinline
            INLINE      badge tag highlight-text underline color keyboard cb checkbox radio
            EMOJI       emoji
            LINE_BREAK  br line_break linebreak
            RULE        hr divider
            PARAMETER   param
            INCLUDE     include include_relative include_cached includes partial render
            INCLUDE_CODE include_code include-code remote_code readfile code-snippet
            """;

    /** Players by name, with their address patterns. */
    private static final Players PLAYERS = Players.KNOWN;

    /** Generators without tags of their own. */
    public static final TagTable COMMON = of("");

    public static final TagTable JEKYLL = of("FILE_ADDRESS link");
    public static final TagTable HEXO = of("LINK link\nSITE_LINK url_for full_url_for");
    public static final TagTable HUGO = of("LINK link card linkto href article\nLINE_BREAK nl");

    /** A link tag with two meanings; its arguments determine which. */
    public static final TagTable ANY = of("LINK link");

    private final Map<String, TagKind> kinds;
    private final Set<String> verbatim = new HashSet<>();

    private TagTable(Map<String, TagKind> kinds) {
        this.kinds = Map.copyOf(kinds);
        kinds.forEach((name, kind) -> {
            if (kind == TagKind.CODE || kind == TagKind.COMMENT || kind == TagKind.DIAGRAM || kind == TagKind.FORMULA) {
                verbatim.add(name);
            }
        });
    }

    /**
     * Creates a table.
     *
     * @param more lines as in {@link #EVERYWHERE}, which override those
     */
    private static TagTable of(String more) {
        Map<String, TagKind> kinds = new HashMap<>();
        (EVERYWHERE + more).lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] words = line.strip().split("\\s+", -1);
            for (int i = 1; i < words.length; i++) {
                kinds.put(words[i], TagKind.valueOf(words[0]));
            }
        });
        return new TagTable(kinds);
    }

    /** Returns the kind of a tag; null if unknown. */
    @Nullable
    public TagKind kind(String name) {
        TagKind kind = kinds.get(name);
        if (kind != null) {
            return kind;
        }
        int folder = name.lastIndexOf('/');
        if (folder > 0) {
            return kind(name.substring(folder + 1));
        }
        return PLAYERS.site(name) == null ? null : TagKind.PLAYER;
    }

    /** Returns the names of tags whose whole content is code or a comment. */
    public Set<String> verbatim() {
        return verbatim;
    }
}
