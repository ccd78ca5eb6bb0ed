package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.BaseUrl;
import dev.feedmill.html.allowed.DataImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Restores the addresses of lazy pictures, and removes the duplicate of a picture and its copy. */
public final class LazyImageRepairer {
    private static final Evaluator PICTURES = Selector.evaluatorOf("img, source, video, audio");
    private static final Evaluator COPIES = Selector.evaluatorOf("noscript");
    private static final List<String> ADDRESSES = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-actualsrc",
            "data-original-src",
            "data-lazyload",
            "data-lazy",
            "data-echo",
            "data-cfsrc",
            "data-croporisrc",
            "file");
    private static final Pattern SCRIPT = Pattern.compile("java ?script|ecmascript|脚本", Pattern.CASE_INSENSITIVE);
    private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "data-original-set");

    public void repair(Element body, BaseUrl base) {
        Elements pictures = body.select(PICTURES);
        pictures.forEach(picture -> repairOne(picture, base));
        Elements copies = body.select(COPIES);
        if (!copies.isEmpty()) {
            Set<String> shown = new HashSet<>();
            pictures.stream()
                    .filter(e -> !Ancestors.isWithin(e, Set.of("noscript")))
                    .forEach(e -> collect(e, base, shown));
            TreeEdits edits = new TreeEdits();
            copies.forEach(copy -> resolveNoscript(copy, base, shown, edits));
            edits.apply();
        }
    }

    static @Nullable String lazyAddress(Element element) {
        return firstOf(element, ADDRESSES);
    }

    private static void repairOne(Element picture, BaseUrl base) {
        String address = lazyAddress(picture);
        if (address != null && base.media(address) != null) {
            picture.attr("src", address);
        }
        String set = firstOf(picture, SETS);
        if (set != null) {
            picture.attr("srcset", set);
        }
    }

    /** Resolves a {@code noscript}: its content is for clients without scripts, such as all feed readers. */
    private static void resolveNoscript(Element noscript, BaseUrl base, Set<String> shown, TreeEdits edits) {
        Set<String> inside = new HashSet<>();
        noscript.select("img").forEach(image -> collect(image, base, inside));
        if ((!inside.isEmpty() && shown.containsAll(inside)) || isRequestForScripts(noscript)) {
            edits.remove(noscript);
            return;
        }
        Element neighbour = placeholder(noscript.previousElementSibling());
        if (neighbour == null) {
            neighbour = placeholder(noscript.nextElementSibling());
        }
        if (neighbour != null && lazyAddress(neighbour) != null && usable(neighbour, base)) {
            edits.remove(noscript);
            return;
        }
        if (neighbour != null && !inside.isEmpty()) {
            edits.remove(neighbour);
        }
        shown.addAll(inside);
        edits.unwrap(noscript);
    }

    /** Returns whether a text only asks for scripts to be enabled, or is empty. */
    private static boolean isRequestForScripts(Element noscript) {
        boolean media = noscript.selectFirst("img, picture, video, audio, iframe, object, embed") != null;
        return !media && (!noscript.hasText() || SCRIPT.matcher(noscript.text()).find());
    }

    /** Returns the placeholder picture in an element: one that waits for a script, or has no URL yet. */
    private static @Nullable Element placeholder(@Nullable Element sibling) {
        Element image = sibling == null || sibling.normalName().equals("noscript") ? null : sibling.selectFirst("img");
        if (image == null) {
            return null;
        }
        String source = image.attr("src");
        boolean waits = source.isBlank()
                || DataImage.startsLikeOne(source)
                || image.className().contains("lazy");
        return waits || lazyAddress(image) != null ? image : null;
    }

    private static boolean usable(Element image, BaseUrl base) {
        return base.media(image.attr("src")) != null && !DataImage.startsLikeOne(image.attr("src"));
    }

    private static void collect(Element picture, BaseUrl base, Set<String> addresses) {
        String url = picture.normalName().equals("img") ? base.media(picture.attr("src")) : null;
        if (url != null) {
            addresses.add(url);
        }
    }

    private static @Nullable String firstOf(Element element, List<String> attributes) {
        for (String attribute : attributes) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return null;
    }
}
