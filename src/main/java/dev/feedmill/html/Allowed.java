package dev.feedmill.html;

import java.util.Set;
import org.jsoup.safety.Safelist;

/** The one list of what may be in a body. What is not here loses its tags; its text stays. */
final class Allowed {
    /** Gone with all that is in them: code, forms and what only a browser's page could use. */
    static final String DROPPED = "script, style, template, head, title, meta, link, base, object, applet, svg, canvas,"
            + " select, textarea, button, datalist, dialog, frameset, noframes, noembed, annotation, annotation-xml,"
            + " param, map, xmp, plaintext, listing";

    /** Attributes that hold one URL. */
    static final Set<String> URLS = Set.of("href", "src", "poster", "cite");

    /** Elements that show something although no text is in them. */
    static final Set<String> MEDIA = Set.of(
            "img", "video", "audio", "picture", "source", "track", "hr", "table", "br", "wbr", "col", "td", "th");

    static final Set<String> LAZY_SRC = Set.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-actualsrc",
            "data-original-src",
            "data-echo",
            "data-lazy");

    static final Set<String> LAZY_SRCSET = Set.of("data-srcset", "data-lazy-srcset", "data-original-set");

    private Allowed() {}

    static Safelist safelist() {
        return new Safelist()
                .addTags("p", "div", "span", "br", "wbr", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
                .addTags("section", "article", "aside", "header", "footer", "main", "address", "figure", "figcaption")
                .addTags("ul", "ol", "li", "dl", "dt", "dd", "details", "summary")
                .addTags("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
                .addTags("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd")
                .addTags("mark", "q", "s", "samp", "small", "strong", "strike", "sub", "sup", "time", "tt", "u", "var")
                .addTags("ruby", "rb", "rt", "rtc", "rp")
                .addTags("img", "picture", "source", "video", "audio", "track")
                .addAttributes(":all", "lang", "dir", "title", "id")
                .addAttributes("a", "href", "hreflang", "type")
                .addAttributes("img", "src", "srcset", "sizes", "alt", "width", "height")
                .addAttributes("source", "src", "srcset", "sizes", "media", "type", "width", "height")
                .addAttributes("video", "src", "poster", "width", "height", "loop", "muted", "playsinline")
                .addAttributes("audio", "src", "loop", "muted")
                .addAttributes("track", "src", "kind", "srclang", "label", "default")
                .addAttributes("td", "colspan", "rowspan", "headers", "abbr")
                .addAttributes("th", "colspan", "rowspan", "headers", "scope", "abbr")
                .addAttributes("col", "span")
                .addAttributes("colgroup", "span")
                .addAttributes("ol", "start", "reversed", "type")
                .addAttributes("li", "value")
                .addAttributes("blockquote", "cite")
                .addAttributes("q", "cite")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("time", "datetime")
                .addAttributes("data", "value")
                .addAttributes("details", "open")
                .addAttributes("code", "class")
                .addAttributes("pre", "class")
                .addEnforcedAttribute("img", "referrerpolicy", "no-referrer")
                .addEnforcedAttribute("source", "referrerpolicy", "no-referrer")
                .addEnforcedAttribute("video", "referrerpolicy", "no-referrer")
                .addEnforcedAttribute("video", "controls", "controls")
                .addEnforcedAttribute("audio", "referrerpolicy", "no-referrer")
                .addEnforcedAttribute("audio", "controls", "controls")
                .addProtocols("a", "href", "http", "https", "mailto", "tel", "sms", "xmpp", "magnet", "geo")
                .addProtocols("img", "src", "http", "https", "data")
                .addProtocols("source", "src", "http", "https")
                .addProtocols("video", "src", "http", "https")
                .addProtocols("video", "poster", "http", "https")
                .addProtocols("audio", "src", "http", "https")
                .addProtocols("track", "src", "http", "https")
                .addProtocols("blockquote", "cite", "http", "https")
                .addProtocols("q", "cite", "http", "https")
                .addProtocols("ins", "cite", "http", "https")
                .addProtocols("del", "cite", "http", "https");
    }
}
