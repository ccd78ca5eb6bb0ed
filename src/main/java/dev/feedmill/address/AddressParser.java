package dev.feedmill.address;

import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parser for paths, strict about their percent-coding. */
final class AddressParser {
    private static final Set<PathPrefix> OF_TERMS =
            EnumSet.of(PathPrefix.CATEGORIES, PathPrefix.AUTHORS, PathPrefix.TAGS);
    private static final Map<String, Address> EXACT = exact();
    private static final Map<String, PathPrefix> PREFIXES = Arrays.stream(PathPrefix.values())
            .filter(prefix -> prefix != PathPrefix.ROOT)
            .collect(Collectors.toUnmodifiableMap(PathPrefix::slashed, Function.identity()));

    private AddressParser() {}

    private static Map<String, Address> exact() {
        Map<String, Address> exact = new HashMap<>();
        List<Address> all = new ArrayList<>(List.of(FixedAddress.values()));
        all.add(Channel.EVERYTHING.page());
        for (Format format : Format.values()) {
            all.add(Channel.EVERYTHING.feed(format));
            all.add(new Address.SearchFeed(format));
        }
        OF_TERMS.forEach(prefix -> all.add(new Address.Terms(prefix)));
        all.forEach(address -> exact.put(address.rooted(), address));
        return Map.copyOf(exact);
    }

    static @Nullable Address parse(String path) {
        Address exact = EXACT.get(path);
        if (exact != null) {
            return exact;
        }
        int end = path.indexOf('/', 1) + 1;
        PathPrefix prefix = PREFIXES.get(path.substring(0, end));
        return prefix == null ? null : below(prefix, path.substring(end));
    }

    private static @Nullable Address below(PathPrefix prefix, String rest) {
        if (prefix == PathPrefix.ASSETS) {
            return new Address.Asset(rest);
        }
        if (prefix == PathPrefix.SITEMAPS) {
            return Address.SitemapPart.named(rest);
        }
        if (prefix == PathPrefix.ARCHIVE) {
            return Address.Archive.at(rest);
        }
        List<String> names = names(rest);
        if (names == null) {
            return null;
        }
        return switch (prefix) {
            case FILES -> new Address.File(names);
            case SOURCE -> new Address.Source(names);
            case ARTICLES -> article(names);
            default -> channel(prefix, names);
        };
    }

    /** The decoded segments; an encoded slash stays within its segment, a last empty segment is dropped. */
    private static @Nullable List<String> names(String rest) {
        List<String> names = new ArrayList<>();
        for (String raw : rest.split("/", -1)) {
            String name = PercentCoding.decode(raw);
            if (name == null) {
                return null;
            }
            names.add(name);
        }
        if (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    private static Address article(List<String> names) {
        return names.size() == 2 && names.get(1).equals(Address.Chapters.NAME)
                ? new Address.Chapters(names.get(0))
                : new Address.Article(String.join("/", names));
    }

    private static Address channel(PathPrefix prefix, List<String> names) {
        int end = names.size() - 1;
        String last = names.get(end);
        for (Format format : Format.values()) {
            String extension = "." + format.extension();
            if (last.endsWith(extension) && last.length() > extension.length()) {
                List<String> without = new ArrayList<>(names);
                without.set(end, last.substring(0, last.length() - extension.length()));
                return new Channel(prefix, without).feed(format);
            }
        }
        return new Channel(prefix, names).page();
    }
}
