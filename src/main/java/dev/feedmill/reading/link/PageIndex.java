package dev.feedmill.reading.link;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.article.AliasPath;
import dev.feedmill.dialect.GeneratorSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Index of the addresses of articles and labels on this server, which resolves links from the root of a site. Built on
 * the first lookup. Thread-safe.
 */
public final class PageIndex {
    private static final Set<Address> PAGES_OF_EVERYTHING = Set.of(
            FixedAddress.SEARCH,
            FixedAddress.BUILDER,
            FixedAddress.LATEST,
            FixedAddress.OPML,
            FixedAddress.SITEMAP,
            FixedAddress.OPEN_API);

    /** The page of a label, with the extension of a feed or without. */
    private static final Pattern LABEL = Pattern.compile("((?:"
            + Stream.of(PathPrefix.TAGS, PathPrefix.CATEGORIES, PathPrefix.AUTHORS)
                    .map(PathPrefix::slashed)
                    .collect(Collectors.joining("|"))
            + ").+?)("
            + Arrays.stream(Format.values())
                    .map(format -> "\\." + format.extension())
                    .collect(Collectors.joining("|"))
            + ")?");

    private final Supplier<List<String>> files;
    private final Function<String, Map<String, String>> read;
    private final List<Pattern> feeds;
    private @Nullable Map<String, Map<String, String>> known;
    private volatile Map<String, String> targets = Map.of();

    /**
     * Creates an index over the files.
     *
     * @param files paths of all articles
     * @param read the addresses of the file at a path, each with its target in the form of {@link #find}
     * @param feeds paths at which generators had feeds, with placeholders in braces
     */
    PageIndex(Supplier<List<String>> files, Function<String, Map<String, String>> read, List<String> feeds) {
        this.files = files;
        this.read = read;
        this.feeds = feeds.stream().map(PageIndex::pattern).toList();
    }

    private static Pattern pattern(String feed) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholder = Pattern.compile("\\{\\w+}").matcher(feed);
        int end = 0;
        for (; placeholder.find(); end = placeholder.end()) {
            pattern.append(Pattern.quote(feed.substring(end, placeholder.start())))
                    .append(".+");
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(feed.substring(end))).toString());
    }

    /** Returns an address of a site in this index's form. */
    static String address(GeneratorSite site, String path) {
        String alias = AliasPath.of(path);
        String address = alias.isEmpty() ? "/" : alias;
        // A normalized address never has two slashes in a row.
        String folder = site.place().folder();
        return folder.isEmpty() ? address : address + "//" + folder;
    }

    /** Returns the address of a label's page. */
    static String label(String path) {
        return AliasPath.of(path).toLowerCase(Locale.ROOT);
    }

    /** Returns the path of an article's file or, with a leading slash, of a page below this server's root. */
    @Nullable
    String find(GeneratorSite site, String path) {
        return find(address(site, path));
    }

    /** Finds an address that is in this index's form. */
    @Nullable
    String find(String address) {
        build();
        String place = targets.get(address);
        int end = address.indexOf("//", 1);
        String path = end < 0 ? address : address.substring(0, end);
        if (place != null) {
            return place;
        }
        if (isOfEverything(path)
                || feeds.stream()
                        .anyMatch(feed -> feed.matcher(path.substring(1)).matches())) {
            return path;
        }
        Matcher label = LABEL.matcher(path.toLowerCase(Locale.ROOT));
        String page = label.matches() ? targets.get(label.group(1)) : null;
        return page == null || label.group(2) == null ? page : page + label.group(2);
    }

    /** Returns whether a path is that of a list of everything, or of a page about it. */
    private static boolean isOfEverything(String path) {
        Address address = Address.parse(path);
        return address instanceof Address.Terms
                || (address instanceof Address.Page page && page.channel().equals(Channel.EVERYTHING))
                || (address instanceof Address.Feed feed && feed.channel().equals(Channel.EVERYTHING))
                || (address != null && PAGES_OF_EVERYTHING.contains(address));
    }

    private synchronized void build() {
        if (known == null) {
            Map<String, Map<String, String>> all = new ConcurrentHashMap<>();
            files.get().parallelStream().forEach(file -> all.put(file, read.apply(file)));
            known = all;
            rebuildTargets(all);
        }
    }

    /** Reads added, changed and removed files again; returns the addresses that were added or removed. */
    public synchronized Set<String> reread(Collection<String> changed) {
        Set<String> others = new HashSet<>();
        Map<String, Map<String, String>> all = known;
        for (String file : changed) {
            Map<String, String> now = read.apply(file);
            Map<String, String> before = all == null ? Map.of() : all.getOrDefault(file, Map.of());
            now.keySet().stream()
                    .filter(address -> !before.containsKey(address))
                    .forEach(others::add);
            before.keySet().stream()
                    .filter(address -> !now.containsKey(address))
                    .forEach(others::add);
            if (all != null) {
                all.put(file, now);
            }
        }
        if (all != null && !others.isEmpty()) {
            rebuildTargets(all);
        }
        return others;
    }

    /** Returns whether the index is built, so that changes affect it. */
    public synchronized boolean isBuilt() {
        return known != null;
    }

    private void rebuildTargets(Map<String, Map<String, String>> all) {
        Map<String, String> rebuilt = new HashMap<>();
        List<String> paths = new ArrayList<>(all.keySet());
        paths.sort(null);
        paths.forEach(file -> all.getOrDefault(file, Map.of()).forEach(rebuilt::putIfAbsent));
        targets = rebuilt;
    }
}
