package dev.feedmill.config;

import dev.feedmill.address.Channel;
import dev.feedmill.address.Format;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.setting.BadValueException;
import dev.feedmill.setting.Setting;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the setting that maps old paths to feeds: each item is a path, a colon and the feed. */
final class OldAddressParser {
    static final String NAME = "feeds.old-addresses";
    private static final Pattern FEED = Pattern.compile("/[^\\s?#]+\\.([a-z]+)(\\?\\S*)?");
    private static final Pattern SELECTION = Pattern.compile("[a-z-]+=\\S*");

    private OldAddressParser() {}

    static List<OldFeedPath> of(SettingValues settings) {
        return settings.value(new Setting<>(NAME, List.of(), true, words -> {
            List<OldFeedPath> addresses = new ArrayList<>();
            for (String word : words) {
                addresses.add(address(word));
            }
            return List.copyOf(addresses);
        }));
    }

    /** Items as {@code path: target}; null if the node has another form. */
    static @Nullable List<String> words(@Nullable Node node) {
        List<String> words = new ArrayList<>();
        List<Node> items = node instanceof Sequence list ? list.items() : node == null ? List.of() : List.of(node);
        for (Node item : items) {
            if (item instanceof Scalar text) {
                words.add(text.text());
                continue;
            }
            if (!(item instanceof Mapping fields)) {
                return null;
            }
            for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
                if (!(entry.getValue() instanceof Scalar target)) {
                    return null;
                }
                words.add(entry.getKey() + ": " + target.text());
            }
        }
        return words;
    }

    private static OldFeedPath address(String word) throws BadValueException {
        int colon = word.lastIndexOf(": ");
        String path = colon < 0 ? "" : word.substring(0, colon).strip();
        String target = colon < 0 ? "" : word.substring(colon + 2).strip();
        String feed = target(path, target);
        if (!path.matches("/[^\\s?#]+") || feed == null) {
            throw new BadValueException(
                    "must say of each path what is there: rss, atom or json, the path of a feed such as"
                            + " /categories/Walks.rss, or a selection such as category=Walks");
        }
        return new OldFeedPath(path.substring(1), feed);
    }

    private static @Nullable String target(String path, String target) {
        Format format = Format.named(target.toLowerCase(Locale.ROOT));
        if (format != null) {
            return Channel.EVERYTHING.feed(format).path();
        }
        Matcher feed = FEED.matcher(target);
        if (feed.matches() && Format.named(feed.group(1)) != null) {
            return target.substring(1);
        }
        return SELECTION.matcher(target).matches()
                ? Channel.EVERYTHING.feed(format(path)).with(target)
                : null;
    }

    /** The format that an old path names, such as {@code atom.xml}. */
    private static Format format(String path) {
        return Arrays.stream(Format.values())
                .filter(format -> format != Format.RSS && path.contains(format.extension()))
                .findFirst()
                .orElse(Format.RSS);
    }
}
