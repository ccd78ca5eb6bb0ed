package dev.feedmill.template.tag;

import dev.feedmill.template.Players;
import dev.feedmill.template.value.Filters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a link to the media of a player tag. */
public final class PlayerTag {
    private static final String[] IDS = {
        "id",
        "v",
        "video",
        "code",
        "key",
        "vid",
        "bvid",
        "aid",
        "videoid",
        "video_id",
        "slug",
        "hash",
        "track",
        "uri",
        "repo"
    };
    private static final String[] ADDRESSES = {"url", "src", "href", "link", "source", "embed", "mp4"};
    private static final int MAX_ID_LENGTH = 200;

    private PlayerTag() {}

    /** Returns a link to the page on the media site; null if the tag has no valid id. */
    public static @Nullable String link(String name, Arguments arguments) {
        String address = address(arguments);
        if (address == null) {
            Players.Site site = Players.KNOWN.site(name);
            address = site == null ? null : address(name, site, arguments);
        }
        return address == null ? null : linked(address, arguments);
    }

    /** Returns a link to any URL in the arguments; null for none. */
    public static @Nullable String frame(Arguments arguments) {
        String address = address(arguments);
        for (String word : arguments.words()) {
            address = address == null && LinkTag.isAddress(word) ? word : address;
        }
        return address == null ? null : linked(address, arguments);
    }

    private static String linked(String address, Arguments arguments) {
        String title = arguments.named("title", "caption", "alt");
        return LinkTag.link(address, Filters.escaped(title == null ? address : title));
    }

    /** Returns a URL, also from {@code "url=https://…"}. */
    public static @Nullable String address(Arguments arguments) {
        String named = arguments.named(ADDRESSES);
        if (named != null && LinkTag.isAddress(named)) {
            return named;
        }
        for (Arguments.Argument argument : arguments.all()) {
            String value = argument.value();
            value = value.startsWith("url=") ? value.substring(4).strip() : value;
            if (value.contains("://") && value.indexOf(' ') < 0) {
                return value;
            }
            if (value.startsWith("//") && value.indexOf('.') > 0) {
                return "https:" + value;
            }
        }
        return null;
    }

    private static @Nullable String address(String name, Players.Site site, Arguments arguments) {
        String named = arguments.named(IDS);
        String id = named == null ? arguments.word(0) : named;
        if (id == null || !isId(id)) {
            return null;
        }
        if (site.between().isEmpty()) {
            boolean number = name.startsWith("bili") && Filters.isInteger(id);
            return site.before() + (number ? "av" : "") + id;
        }
        String user = named == null ? null : arguments.named("user", "username", "owner", "type");
        List<String> words = arguments.words();
        if (named == null && words.size() > 1 && isId(words.get(1)) && isPair(name, words.get(1))) {
            user = words.get(0);
            id = words.get(1);
        }
        if (user != null && isId(user)) {
            return site.before() + user + site.between() + id;
        }
        return site.before() + (site.between().equals("/status/") ? "i/status/" : "") + id;
    }

    /** Returns whether the second word is part of the id; it may be a file or a style as well. */
    private static boolean isPair(String name, String second) {
        return !name.equals("jsfiddle") && (second.indexOf('.') < 0 || !name.contains("gist"));
    }

    private static boolean isId(String word) {
        return !word.isEmpty()
                && word.length() <= MAX_ID_LENGTH
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./:=?&%~@".indexOf(c) >= 0);
    }
}
