package dev.feedmill.selection;

import dev.feedmill.article.PathSegments;
import java.util.ArrayList;
import java.util.List;

/**
 * A category, an author or a tag that articles are listed under; or everything.
 *
 * @param number the library's own, 0 for everything; never shown
 * @param names display names, outermost first; one for authors and tags, none for everything
 * @param segments of its canonical path below {@link Kind#folder}, not percent-encoded, as many as names
 */
public record Term(long number, Kind kind, List<String> names, List<String> segments) {
    /** All articles. */
    public static final Term EVERYTHING = new Term(0, Kind.EVERYTHING, List.of(), List.of());

    /** What a term is. */
    public enum Kind {
        EVERYTHING(""),
        CATEGORY("categories"),
        AUTHOR("authors"),
        TAG("tags");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** First segment of its URLs. */
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

    /** The term right below this one, or below nothing where this is everything. */
    public Term below(long child, Kind childKind, String name, String segment) {
        List<String> childNames = new ArrayList<>(names);
        childNames.add(name);
        List<String> childSegments = new ArrayList<>(segments);
        childSegments.add(segment);
        return new Term(child, childKind, childNames, childSegments);
    }

    /** Path of its page, percent-encoded, without a slash at its start; empty for everything. */
    public String pagePath() {
        return kind == Kind.EVERYTHING ? "" : kind.folder() + "/" + PathSegments.encode(segments);
    }

    /** Path of its feed with this extension, percent-encoded, without a slash at its start. */
    public String feedPath(String extension) {
        return (kind == Kind.EVERYTHING ? "feed" : pagePath()) + "." + extension;
    }
}
