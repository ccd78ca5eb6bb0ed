package dev.feedmill.export;

import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.query.ServedAddresses;
import dev.feedmill.web.PercentCoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists the paths that may redirect, those of articles first. */
final class OldPaths {
    private static final Map<String, PathPrefix> PLACEHOLDERS =
            Map.of("{category}", PathPrefix.CATEGORIES, "{tag}", PathPrefix.TAGS, "{author}", PathPrefix.AUTHORS);

    private static final Pattern SOURCE =
            Pattern.compile("[\"/>](" + PathPrefix.SOURCE.slashed().substring(1) + "[^\"'<>?#&\\s\\\\]+)");

    private final Library library;
    private final List<OldFeedPath> feeds;

    OldPaths(Library library, List<OldFeedPath> feeds) {
        this.library = library;
        this.feeds = feeds;
    }

    /** All of them, percent-encoded, with a leading slash. */
    Set<String> all() {
        Set<String> paths = new LinkedHashSet<>();
        for (String alias : library.served(ServedAddresses::aliases)) {
            addSpellings(paths, PercentCoding.encodePath(alias.substring(1)));
        }
        library.served(ServedAddresses::formerArticles).forEach(gone -> paths.add(gone.rooted()));
        for (Channel former : library.served(ServedAddresses::formerTerms)) {
            paths.add(former.page().rooted());
            for (Format format : Format.values()) {
                paths.add(former.feed(format).rooted());
            }
        }
        paths.add(FixedAddress.WELL_KNOWN_FEEDS.rooted());
        List<Channel> terms = library.served(ServedAddresses::terms);
        feeds.forEach(feed -> addFeed(paths, feed, terms));
        return paths;
    }

    private static void addFeed(Set<String> paths, OldFeedPath feed, List<Channel> terms) {
        String placeholder = PLACEHOLDERS.keySet().stream()
                .filter(feed.path()::contains)
                .findFirst()
                .orElse(null);
        if (placeholder == null) {
            addSpellings(paths, PercentCoding.encodePath(feed.path()));
            return;
        }
        for (Channel term : terms) {
            if (term.prefix() == PLACEHOLDERS.get(placeholder)) {
                String name = String.join("/", term.segments());
                addSpellings(paths, PercentCoding.encodePath(feed.path().replace(placeholder, name)));
            }
        }
    }

    /** Adds a path with and without a slash at its end, unless its last name is that of a file. */
    private static void addSpellings(Set<String> paths, String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty()) {
            return;
        }
        paths.add("/" + plain);
        if (!plain.substring(plain.lastIndexOf('/') + 1).contains(".")) {
            paths.add("/" + plain + "/");
        }
    }

    /** The paths of articles' files in a document that links to them. */
    static Set<String> sources(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = SOURCE.matcher(text);
        while (matcher.find()) {
            found.add("/" + matcher.group(1));
        }
        return found;
    }
}
