package dev.feedmill.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Looks at what came out with lists of its own, so that a fault in the sanitizer's list cannot hide itself. */
final class Inspection {
    private static final Set<String> ELEMENTS = words("p div h1 h2 h3 h4 h5 h6 hr pre blockquote article section header"
            + " footer main nav aside address details summary ul ol li dl dt dd a abbr b bdi bdo br cite code data del dfn"
            + " em i ins kbd mark q s samp small span strong sub sup time u var wbr ruby rb rt rtc rp table caption"
            + " colgroup col thead tbody tfoot tr td th figure figcaption picture img source video audio track");
    private static final Set<String> ATTRIBUTES = words("title lang dir open cite class start reversed type value href"
            + " hreflang datetime span colspan rowspan align scope src srcset sizes alt width height media poster loop"
            + " muted playsinline controls id kind srclang label default referrerpolicy");
    private static final Set<String> URLS = words("href src cite poster");
    private static final Set<String> LINKS = words("http https mailto tel sms xmpp magnet geo");

    private Inspection() {}

    /** Everything in a body that may not be there. */
    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < html.length(); i++) {
            if (!isXml(html, i)) {
                faults.add("not for XML: " + Integer.toHexString(html.charAt(i)));
            }
        }
        Document whole =
                Jsoup.parse("<!doctype html><html><head><title>t</title></head><body>" + html + "</body></html>");
        if (whole.head().childrenSize() != 1 || whole.childrenSize() != 1) {
            faults.add("escapes the body");
        }
        whole.body().nodeStream().forEach(node -> {
            if (node instanceof Comment || node instanceof DataNode) {
                faults.add("node " + node);
            }
        });
        whole.body().children().forEach(child -> child.getAllElements().forEach(element -> inspect(element, faults)));
        return faults;
    }

    private static void inspect(Element element, List<String> faults) {
        if (!ELEMENTS.contains(element.normalName())
                || !element.tag().namespace().equals(Parser.NamespaceHtml)) {
            faults.add("element " + element.normalName());
        }
        for (Attribute attribute : element.attributes()) {
            inspect(element, attribute.getKey(), attribute.getValue(), faults);
        }
        if (element.normalName().equals("img")
                && (element.attr("src").isEmpty()
                        || !element.attr("referrerpolicy").equals("no-referrer"))) {
            faults.add("image " + element);
        }
    }

    private static void inspect(Element element, String name, String value, List<String> faults) {
        if (!ATTRIBUTES.contains(name)) {
            faults.add("attribute " + name + " of " + element.normalName());
        }
        if (URLS.contains(name)) {
            Set<String> schemes = name.equals("href") ? LINKS : Set.of("http", "https");
            boolean picture = element.normalName().equals("img")
                    && name.equals("src")
                    && value.matches("data:image/(png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+");
            if (!picture && !isUrl(value, schemes)) {
                faults.add(name + " is " + value);
            }
        }
        if (name.equals("srcset")) {
            for (String candidate : value.split(", ", -1)) {
                if (!isUrl(candidate.split(" ", 2)[0], Set.of("http", "https"))) {
                    faults.add("srcset has " + candidate);
                }
            }
        }
        if (name.equals("id") && !value.startsWith("user-content-")) {
            faults.add("id is " + value);
        }
        if (name.equals("class") && !value.matches("language-\\S+")) {
            faults.add("class is " + value);
        }
    }

    private static boolean isUrl(String value, Set<String> schemes) {
        String bare = Parser.unescapeEntities(value, true).replaceAll("[\\x00-\\x20\\x7f-\\xa0]", "");
        String scheme =
                bare.contains(":") ? bare.substring(0, bare.indexOf(':')).toLowerCase(Locale.ROOT) : "";
        try {
            return new URI(value).isAbsolute() && schemes.contains(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isXml(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == '\n' || c == '\t' || (c >= ' ' && c <= '\uFFFD');
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Stream.of(text.split(" ", -1)).toList());
    }
}
