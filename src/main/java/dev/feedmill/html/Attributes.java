package dev.feedmill.html;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What stays of the attributes: URLs absolute and valid, sizes that are numbers, ids that something points to. */
final class Attributes {
    private static final Pattern SIZE = Pattern.compile("\\d{1,5}%?");
    private static final Pattern LANGUAGE = Pattern.compile("(?:language|lang|highlight-source)-([\\w+#.-]{1,40})");
    private static final Pattern INLINE_IMAGE =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+=*");
    private final String base;
    private final int maxLength;

    Attributes(String base, int maxLength) {
        this.base = base;
        this.maxLength = maxLength;
    }

    void repair(Element body) {
        Set<String> targets = targets(body);
        for (Element element : body.getAllElements()) {
            for (Attribute attribute : element.attributes().asList()) {
                String name = attribute.getKey();
                String value = repaired(element, name, attribute.getValue(), targets);
                if (value == null) {
                    element.removeAttr(name);
                } else if (!value.equals(attribute.getValue())) {
                    element.attr(name, value);
                }
            }
        }
        for (Element box : body.select("input")) {
            boolean ticks = box.attr("type").equalsIgnoreCase("checkbox");
            box.replaceWith(new TextNode(!ticks ? "" : box.hasAttr("checked") ? "☑" : "☐"));
        }
    }

    /** Ids that a link of the same body names: footnotes and contents; other ids only style a page. */
    private static Set<String> targets(Element body) {
        Set<String> targets = new HashSet<>();
        for (Element link : body.select("a[href*=#]")) {
            String href = link.attr("href");
            targets.add(href.substring(href.indexOf('#') + 1));
        }
        return targets;
    }

    private @Nullable String repaired(Element element, String name, String value, Set<String> targets) {
        if (value.length() > maxLength) {
            return null;
        }
        if (Allowed.URLS.contains(name)) {
            return url(element, name, value);
        }
        return switch (name) {
            case "srcset" -> {
                String set = Srcset.absolute(base, value);
                yield set.isEmpty() ? null : set;
            }
            case "width", "height" -> SIZE.matcher(value.strip()).matches() ? value.strip() : null;
            case "id" -> targets.contains(value) ? value : null;
            case "class" -> language(value);
            default -> XmlText.clean(value);
        };
    }

    private @Nullable String url(Element element, String name, String value) {
        if (name.equals("href") && element.nameIs("a")) {
            return WebUrl.link(base, value);
        }
        if (name.equals("src") && element.nameIs("img") && value.strip().startsWith("data:")) {
            String inline = value.strip();
            return INLINE_IMAGE.matcher(inline).matches() ? inline : null;
        }
        return WebUrl.absolute(base, value);
    }

    private static @Nullable String language(String value) {
        var matcher = LANGUAGE.matcher(value);
        return matcher.find() ? "language-" + matcher.group(1) : null;
    }
}
