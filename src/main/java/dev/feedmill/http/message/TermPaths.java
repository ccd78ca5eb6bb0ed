package dev.feedmill.http.message;

import dev.feedmill.address.Format;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps a request's path to a term, and to a format if the path has an extension. */
public final class TermPaths {
    private final Library library;

    public TermPaths(Library library) {
        this.library = library;
    }

    /**
     * What a path names.
     *
     * @param format null for the HTML page
     */
    public record Target(Resolution<Term> term, @Nullable Format format) {}

    /** The target of a path; null if the path is malformed. */
    @Nullable
    public Target target(Term.Kind kind, String path) {
        List<String> segments = RawPath.segmentsBelow(path, "/" + kind.folder() + "/");
        if (segments == null) {
            return null;
        }
        for (Format format : Format.values()) {
            String last = segments.get(segments.size() - 1);
            String extension = "." + format.extension();
            if (last.endsWith(extension) && last.length() > extension.length()) {
                List<String> names = new ArrayList<>(segments);
                names.set(names.size() - 1, last.substring(0, last.length() - extension.length()));
                Resolution<Term> feed = library.find(kind, names);
                Resolution<Term> page = isThere(feed) ? feed : library.find(kind, segments);
                return feed == page || !isThere(page) ? new Target(feed, format) : new Target(page, null);
            }
        }
        return new Target(library.find(kind, segments), null);
    }

    /** A name may end like the extension of a feed: {@code data.json}. */
    private static boolean isThere(Resolution<Term> lookup) {
        return lookup instanceof Resolution.Found<Term> || lookup instanceof Resolution.Moved<Term>;
    }

    /** The canonical path of a term's feed or page, percent-encoded, with a leading slash. */
    public static String canonical(Term term, @Nullable Format format) {
        return "/" + (format == null ? term.pagePath() : term.feedPath(format.extension()));
    }

    /** A permanent redirect within this server that keeps the query. */
    public static HttpResponse moved(HttpRequest request, String to) {
        String query = request.query() == null ? "" : "?" + request.query();
        return Redirects.to(to + query);
    }
}
