package dev.feedmill.html;

import dev.feedmill.html.allowed.FragmentIds;
import dev.feedmill.html.clean.BodyParser;
import dev.feedmill.html.text.BodyText;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The body as an article's page shows it: valid and accessible HTML, which feeds do not need. Adds only what the
 * sanitizer allows, and class names of this server.
 */
public record PageBody(String html, List<Heading> headings) {
    private static final BodyParser PARSER = new BodyParser(500);

    /** Letters of a heading's text in an id that is made of it. */
    private static final int ID_LENGTH = 60;

    /** A heading, with the id that links lead to. */
    public record Heading(int level, String id, String text) {}

    public PageBody {
        headings = List.copyOf(headings);
    }

    /**
     * Returns the body for a page whose own heading comes first.
     *
     * @param page path of that page
     * @param original where the article lives, if not here
     * @param sizes of pictures, by their absolute URLs
     */
    public static PageBody of(
            SafeHtml body, ServerUrl server, String page, @Nullable String original, Map<String, ImageSize> sizes) {
        Document document = PARSER.parse(body.at(server, page));
        parts(document.body(), server.url(page) + "#", original == null ? null : original + "#");
        List<Heading> headings = headings(document.body());
        lists(document.body());
        images(document.body());
        sizes(document.body(), sizes);
        tables(document.body());
        // Content wider than the page scrolls sideways, with the keyboard too.
        document.body().select("pre").forEach(pre -> pre.attr("tabindex", "0"));
        return new PageBody(PARSER.print(document), headings);
    }

    /** Keeps links to parts of the article on the page, wherever the article lives. */
    private static void parts(Element body, String page, @Nullable String original) {
        Set<String> ids = new HashSet<>(body.select("[id]").eachAttr("id"));
        for (Element link : body.select("a[href*=#]")) {
            String url = link.attr("href");
            if (url.startsWith(page)) {
                link.attr("href", url.substring(page.length() - 1));
            } else if (original != null && url.startsWith(original)) {
                String id = FragmentIds.PREFIX + url.substring(original.length());
                if (ids.contains(PercentCoding.decodeLink(id))) {
                    link.attr("href", "#" + id);
                }
            }
        }
    }

    /**
     * Puts headings below the page's own and skips no level, because users of screen readers navigate by headings. Each
     * gets an id.
     */
    private static List<Heading> headings(Element body) {
        Set<String> ids = new HashSet<>(body.select("[id]").eachAttr("id"));
        Map<String, Integer> taken = new HashMap<>();
        List<Heading> found = new ArrayList<>();
        List<Element> headings = body.select("h1, h2, h3, h4, h5, h6");
        int shift = headings.stream().anyMatch(heading -> level(heading) == 1) ? 1 : 0;
        int last = 1;
        for (Element heading : headings) {
            int level = Math.min(Math.min(level(heading) + shift, last + 1), 6);
            heading.tagName("h" + level);
            last = level;
            String text = BodyText.of(heading);
            if (!text.isEmpty()) {
                if (!heading.hasAttr("id")) {
                    heading.attr("id", newId(text, ids, taken));
                }
                found.add(new Heading(level, heading.id(), text));
            }
        }
        return found;
    }

    private static String newId(String text, Set<String> ids, Map<String, Integer> taken) {
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String id = FragmentIds.PREFIX
                + words.substring(
                        0, words.offsetByCodePoints(0, Math.min(ID_LENGTH, words.codePointCount(0, words.length()))));
        int number = taken.getOrDefault(id, 1);
        String free = number == 1 ? id : id + "-" + number;
        while (!ids.add(free)) {
            free = id + "-" + ++number;
        }
        taken.put(id, number + 1);
        return free;
    }

    private static int level(Element heading) {
        return heading.normalName().charAt(1) - '0';
    }

    private static void lists(Element body) {
        for (Element list : body.select("ul, ol")) {
            for (Node child : new ArrayList<>(list.childNodes())) {
                boolean blank = child instanceof TextNode text && text.isBlank();
                boolean item =
                        child instanceof Element element && element.normalName().equals("li");
                if (!blank && !item) {
                    child.wrap("<li></li>");
                }
            }
        }
    }

    /** Marks a picture without alternative text as decoration, unless it is the only content of a link. */
    private static void images(Element body) {
        for (Element image : body.select("img:not([alt])")) {
            Element link = image.closest("a[href]");
            image.attr("alt", link == null || link.hasText() ? "" : link.attr("href"));
        }
    }

    /** Reserves space for pictures of known size; keeps the author's own sizes. */
    private static void sizes(Element body, Map<String, ImageSize> sizes) {
        for (Element image : body.select("img[src]")) {
            ImageSize size = sizes.get(image.attr("src"));
            if (size != null) {
                ImageSize shown = size.within(image.attr("width"), image.attr("height"));
                if (shown != null) {
                    image.attr("width", Integer.toString(shown.width()));
                    image.attr("height", Integer.toString(shown.height()));
                }
            }
        }
    }

    private static void tables(Element body) {
        body.select("th").stream()
                .filter(cell -> !cell.hasText() && cell.select("img").isEmpty())
                .forEach(cell -> cell.tagName("td").removeAttr("scope"));
        for (Element cell : body.select("[align]")) {
            cell.addClass("at-" + cell.attr("align")).removeAttr("align");
        }
        for (Element table : body.select("table")) {
            table.wrap("<div class=\"wide\" tabindex=\"0\"></div>");
        }
    }
}
