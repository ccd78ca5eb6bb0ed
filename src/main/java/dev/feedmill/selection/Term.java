package dev.feedmill.selection;

import dev.feedmill.address.PathSegments;
import java.util.ArrayList;
import java.util.List;

/**
 * A category, author or tag with its articles; or everything.
 *
 * @param number number in the library, 0 for everything; internal
 * @param names display names, outermost first; one for authors and tags, none for everything
 * @param segments segments of its canonical path below {@link Kind#folder}, not percent-encoded, as many as names
 */
public record Term(long number, Kind kind, List<String> names, List<String> segments) {
    /** The term of all articles. */
    public static final Term EVERYTHING = new Term(0, Kind.EVERYTHING, List.of(), List.of());

    /** The kinds of term. */
    public enum Kind {
        EVERYTHING(""),
        CATEGORY("categories"),
        AUTHOR("authors"),
        TAG("tags");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** First segment of its paths. */
        public String folder() {
            return folder;
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
    public Term below(long child, Kind childKind, String name, String segment) {
        List<String> childNames = new ArrayList<>(names);
        childNames.add(name);
        List<String> childSegments = new ArrayList<>(segments);
        childSegments.add(segment);
        return new Term(child, childKind, childNames, childSegments);
    }

    /** The path of its page, percent-encoded, without a leading slash; empty for everything. */
    public String pagePath() {
        return kind == Kind.EVERYTHING ? "" : kind.folder() + "/" + PathSegments.encode(segments);
    }

    /** The path of its feed with this extension, percent-encoded, without a leading slash. */
    public String feedPath(String extension) {
        return (kind == Kind.EVERYTHING ? "feed" : pagePath()) + "." + extension;
    }
}
