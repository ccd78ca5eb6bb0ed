package dev.feedmill.template.tag;

import dev.feedmill.template.TemplateContext;
import dev.feedmill.template.TemplateContext.Target;
import dev.feedmill.template.value.Filters;
import dev.feedmill.template.value.VariableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the output of a link tag. */
public final class LinkTag {
    private static final Pattern HOST = Pattern.compile("https?://[^/]+");

    private final VariableScope scope;

    public LinkTag(VariableScope scope) {
        this.scope = scope;
    }

    public static String link(String address, String html) {
        return "<a href=\""
                + address.replace("&", "&amp;")
                        .replace("\"", "%22")
                        .replace("<", "%3C")
                        .replace(" ", "%20") + "\">" + html + "</a>";
    }

    public static boolean isAddress(String word) {
        boolean path = (word.startsWith("/") || word.startsWith("#")) && word.length() > 1;
        return path || word.contains("://") || word.startsWith("www.") || word.startsWith("mailto:");
    }

    /** Returns a link with its text before or after the URL; null if there is no URL. */
    @Nullable
    public String words(Arguments arguments) {
        String address = arguments.named("href", "url", "link", "to", "src", "relref", "page", "path");
        String listed = listed(arguments);
        if (address == null && listed != null) {
            return listed;
        }
        List<String> words = new ArrayList<>();
        for (String word : arguments.words()) {
            if (address == null && isAddress(word)) {
                address = word;
            } else if (!isStyle(word) && (address == null || isFirst(arguments, address))) {
                words.add(word);
            }
        }
        if (address == null) {
            return null;
        }
        String named = arguments.named("text", "title", "label", "name", "content", "caption");
        String label = named != null ? named : String.join(" ", words);
        return link(address, Filters.escaped(label.isEmpty() ? address : label));
    }

    /** Parses {@code address, words, look, title}; null for other arguments. */
    private static @Nullable String listed(Arguments arguments) {
        String[] parts = arguments.written().split(",", -1);
        String address = parts[0].strip().replace("\"", "").replace("'", "");
        return parts.length < 2 || !isAddress(address) || address.indexOf(' ') >= 0
                ? null
                : link(
                        address,
                        Filters.escaped(
                                parts[1].isBlank()
                                        ? address
                                        : parts[1].strip().replace("\"", "").replace("'", "")));
    }

    /** Returns whether no text precedes the URL; otherwise the text after the URL is the link's title. */
    private static boolean isFirst(Arguments arguments, String address) {
        return arguments.words().isEmpty()
                || arguments.words().get(0).equals(address)
                || !arguments.words().contains(address);
    }

    private static boolean isStyle(String word) {
        return word.equals("true") || word.equals("false") || word.startsWith("fa-") || word.equals("fa");
    }

    /** Returns the address of a tag's target. */
    public TagOutput address(Target target, Arguments arguments, String tag) {
        String name = name(target, arguments);
        TemplateContext.Link link = name == null ? null : scope.context().link(target, withoutPart(name));
        if (link == null || name == null) {
            return TagOutput.lost("'" + tag + "' leads to no article or file here; its address is left out");
        }
        // The prefix of a site's pictures is already part of the absolute address.
        boolean whole = target == Target.PAGE || target == Target.ASSET;
        String address = whole ? link.address() : fromRoot(link.address());
        return TagOutput.inline(address + name.substring(withoutPart(name).length()));
    }

    /** Returns an address as generators print those of their own site: with the site's path, without its host. */
    private String fromRoot(String address) {
        Matcher host = HOST.matcher(scope.context().site("url").text());
        boolean own = host.lookingAt() && address.startsWith(host.group() + "/");
        return own ? address.substring(host.end()) : address;
    }

    private static @Nullable String name(Target target, Arguments arguments) {
        String named = arguments.named("path", "src", "name");
        // Jekyll's tag takes all text after it as the path.
        return named != null
                ? named
                : target == Target.FILE ? arguments.written().replace("\"", "").strip() : arguments.word(0);
    }

    private static String withoutPart(String name) {
        int hash = name.indexOf('#');
        return hash <= 0 ? name : name.substring(0, hash);
    }

    /** Returns a link to a post or file of the article, with the target's title or the tag's text. */
    public TagOutput target(Target target, Arguments arguments, String tag) {
        String name = arguments.word(0);
        if (name == null) {
            return TagOutput.lost("'" + tag + "' must name where it leads; it is left out");
        }
        List<String> words =
                new ArrayList<>(arguments.words().subList(1, arguments.words().size()));
        if (!words.isEmpty() && isStyle(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        String label = String.join(" ", words);
        TemplateContext.Link link = scope.context().link(target, withoutPart(name));
        if (link == null && target == Target.ASSET) {
            link = new TemplateContext.Link(name, "");
        }
        if (link == null) {
            String shown = label.isEmpty() ? name : label;
            return TagOutput.inline(Filters.escaped(shown))
                    .with("'" + tag + "' leads to no article here; its words are shown without a link");
        }
        String title = label.isEmpty() ? link.title() : label;
        String part = name.substring(withoutPart(name).length());
        return TagOutput.inline(link(link.address() + part, Filters.escaped(title.isEmpty() ? name : title)));
    }
}
