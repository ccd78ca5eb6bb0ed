package dev.feedmill.selection;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.PathPrefix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category, author or tag with its articles; or everything.
 *
 * @param number number in the library, 0 for everything; internal
 * @param names display names, outermost first; one for authors and tags, none for everything
 * @param segments segments of its canonical path below {@link Kind#prefix}, not percent-encoded, as many as names
 */
public record Term(long number, Kind kind, List<String> names, List<String> segments) {
    /** The term of all articles. */
    public static final Term EVERYTHING = new Term(0, Kind.EVERYTHING, List.of(), List.of());

    /** The names separated by {@code " › "}, for people. */
    public String trail() {
        return String.join(" › ", names);
    }

    /** The kinds of term. */
    public enum Kind {
        EVERYTHING(PathPrefix.ROOT, ""),
        CATEGORY(PathPrefix.CATEGORIES, "categories"),
        AUTHOR(PathPrefix.AUTHORS, "authors"),
        TAG(PathPrefix.TAGS, "tags");

        private final PathPrefix prefix;
        private final String plural;

        Kind(PathPrefix prefix, String plural) {
            this.prefix = prefix;
            this.plural = plural;
        }

        /** The kind whose terms are below a prefix; null if none is. */
        public static @Nullable Kind in(PathPrefix prefix) {
            for (Kind kind : values()) {
                if (kind.prefix == prefix) {
                    return kind;
                }
            }
            return null;
        }

        /** Where the addresses of its terms are. */
        public PathPrefix prefix() {
            return prefix;
        }

        /** The word for several of its terms, also in the keys of messages; empty for everything. */
        public String plural() {
            return plural;
        }

        /** The address of the list of its terms. */
        public Address.Terms list() {
            return new Address.Terms(prefix);
        }

        /**
         * What is at the addresses of a name.
         *
         * @param segments of the canonical path, not percent-encoded, outermost first
         */
        public Channel channel(List<String> segments) {
            return new Channel(prefix, segments);
        }
    }

    public Term {
        names = List.copyOf(names);
        segments = List.copyOf(segments);
    }

    /** The innermost display name; empty for everything. */
    public String name() {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    /** A term right below this one; at the top level if this is everything. */
    public Term child(long child, Kind childKind, String name, String segment) {
        List<String> childNames = new ArrayList<>(names);
        childNames.add(name);
        List<String> childSegments = new ArrayList<>(segments);
        childSegments.add(segment);
        return new Term(child, childKind, childNames, childSegments);
    }

    /** Its page and its feeds. */
    public Channel channel() {
        return kind.channel(segments);
    }

    /** The address of its page. */
    public Address page() {
        return channel().page();
    }
}
