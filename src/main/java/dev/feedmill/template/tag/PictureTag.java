package dev.feedmill.template.tag;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.value.Filters;
import dev.feedmill.template.value.VariableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the output of a picture tag. */
public final class PictureTag {
    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico", "jfif");
    private static final String[] SOURCES = {
        "src", "url", "image", "image_path", "path", "file", "source", "img", "href", "name"
    };
    private static final Pattern SIZE = Pattern.compile("\\d{1,5}(?:px|%)?");
    private static final String MARKDOWN = "*_`[<";

    private final VariableScope scope;

    public PictureTag(VariableScope scope) {
        this.scope = scope;
    }

    public static boolean isPicture(String address) {
        int end = address.indexOf('?') < 0 ? address.length() : address.indexOf('?');
        int dot = address.lastIndexOf('.', end - 1);
        return dot > 0 && ENDINGS.contains(address.substring(dot + 1, end).toLowerCase(Locale.ROOT));
    }

    /** Returns the picture; null if there is no URL. */
    @Nullable
    public TagOutput shown(String tag, Arguments arguments) {
        String named = arguments.named(SOURCES);
        // A link to a picture file is the picture itself, if there is no other.
        String other = named == null ? arguments.named("link") : null;
        String source = named != null ? named : other != null && isPicture(other) ? other : null;
        List<String> words = arguments.words();
        int place = source == null ? place(tag, words) : -1;
        source = place >= 0 ? words.get(place) : source;
        if (source == null) {
            return null;
        }
        String rest = place < 0 ? null : rest(words.subList(place + 1, words.size()));
        String caption = arguments.named("caption", "description", "legend", "cap", "desc");
        String title = arguments.named("title");
        String alt = arguments.named("alt", "alttext");
        alt = alt != null ? alt : caption != null ? caption : title != null ? title : rest == null ? "" : rest;
        List<String> sizes = place < 0 ? List.of() : sizes(words.subList(place + 1, words.size()));
        String image = "<img src=\"" + attribute(address(tag, source)) + "\" alt=\"" + attribute(alt) + "\""
                + size("width", arguments, sizes, 0) + size("height", arguments, sizes, 1) + ">";
        String link = arguments.named("link", "href", "linkto");
        String linked = link == null || link.equals(source) ? image : LinkTag.link(link, image);
        boolean titled = tag.equals("figure") || tag.equals("img") || tag.equals("fig");
        return with(linked, titled ? title : null, caption, credit(arguments));
    }

    /** Returns width and height, which are numbers after the URL. */
    private static List<String> sizes(List<String> rest) {
        return rest.stream()
                .takeWhile(word -> SIZE.matcher(word).matches())
                .limit(2)
                .toList();
    }

    private static String size(String side, Arguments arguments, List<String> sizes, int place) {
        String named = arguments.named(side);
        String written = named == null && place < sizes.size() ? sizes.get(place) : named;
        boolean isSize = written != null && SIZE.matcher(written).matches();
        return isSize ? " " + side + "=\"" + written + "\"" : "";
    }

    /** Returns the picture with the tag's content as its caption. */
    public static TagWrapper enclosing(TagOutput shown) {
        String html = shown.inline();
        return TagWrapper.block(
                "<figure markdown=\"1\">" + html + "<figcaption markdown=\"1\">\n\n", "</figcaption></figure>");
    }

    /** Returns a caption below the pictures in the tag's content. */
    static TagWrapper enclosing(Arguments arguments) {
        String caption = arguments.named("caption", "title");
        return caption == null
                ? TagWrapper.NOTHING
                : TagWrapper.block(
                        "<figure markdown=\"1\">",
                        "<figcaption markdown=\"1\">\n\n" + caption + "\n\n</figcaption></figure>");
    }

    private static TagOutput with(String image, @Nullable String title, @Nullable String caption, String credit) {
        boolean words = caption != null || !credit.isEmpty();
        if (title == null && !words) {
            return TagOutput.inline(image);
        }
        String below = caption == null ? "" : caption;
        String text = below + (below.isEmpty() || credit.isEmpty() ? "" : " ") + credit;
        boolean markdown = caption != null && caption.chars().anyMatch(c -> MARKDOWN.indexOf(c) >= 0);
        String paragraph = !words ? "" : markdown ? "\n\n" + text + "\n\n" : "<p>" + text + "</p>";
        String reads = markdown ? " markdown=\"1\"" : "";
        String head = title == null ? "" : "<h4>" + title + "</h4>";
        return TagOutput.block(
                "<figure" + reads + ">" + image + "<figcaption" + reads + ">" + head + paragraph
                        + "</figcaption></figure>",
                image + (words ? " " + text : ""));
    }

    private static String credit(Arguments arguments) {
        String credit = arguments.named("attr", "credit", "attribution");
        String link = arguments.named("attrlink", "credit_url");
        return credit == null ? "" : link == null ? credit : LinkTag.link(link, credit);
    }

    /** Returns the place of the first word that is a URL; words before it are style. */
    private static int place(String tag, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isPicture(words.get(i))) {
                return i;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).indexOf('/') >= 0) {
                return i;
            }
        }
        return tag.startsWith("asset") && words.size() == 1 ? 0 : -1;
    }

    private static @Nullable String rest(List<String> words) {
        int alt = words.indexOf("--alt");
        if (alt >= 0) {
            return rest(words.subList(alt + 1, words.size()));
        }
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            if (!Filters.isInteger(word) && !word.endsWith("%") && !word.endsWith("px")) {
                rest.add(word);
            }
        }
        return rest.isEmpty() ? null : String.join(" ", rest).replace("'", "").strip();
    }

    private String address(String tag, String source) {
        if (!tag.startsWith("asset")) {
            return source;
        }
        TemplateContext.Link link = scope.context().link(TemplateContext.Target.ASSET, source);
        return link == null ? source : link.address();
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
