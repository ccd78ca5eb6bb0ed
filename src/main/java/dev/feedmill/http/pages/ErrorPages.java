package dev.feedmill.http.pages;

import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.library.Library;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.runtime.TooSlowException;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says a refusal as a page where a person asked for a page. What asks for a feed or data gets the problem as it is: readers
 * too name HTML among what they take.
 */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int NAMED = 6;

    /** Addresses of data, by their last letters. */
    private static final Set<String> DATA =
            Set.of("rss", "atom", "json", "xml", "opml", "css", "js", "svg", "ico", "png", "txt");

    private static final Set<String> DATA_PATHS =
            Set.of("/latest", "/health", "/health/live", "/health/ready", "/metrics");

    private final Library library;
    private final PageRenderer pages;
    private final RenderQueue workshop;

    public ErrorPages(Library library, PageRenderer pages, RenderQueue workshop) {
        this.library = library;
        this.pages = pages;
        this.workshop = workshop;
    }

    /** The answer, or the page that says the same. */
    public HttpResponse told(HttpRequest request, HttpResponse answer) {
        if (answer.status() < 400 || answer.status() == 412 || !isForPeople(request)) {
            return answer;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : answer.headers()) {
            headers.put(field.getName(), field.getValue());
        }
        headers.remove("Content-Length");
        headers.put("Content-Type", PageMaker.HTML);
        headers.putAll(HeaderFields.PAGE);
        List<TermSummary> nearest = answer.status() == 404 || answer.status() == 410 ? nearest(request) : List.of();
        return HttpResponse.content(answer.status(), headers, pages.error(answer.status(), request.path(), nearest))
                .countedBy(answer.counts());
    }

    private static boolean isForPeople(HttpRequest request) {
        String accept = request.header("Accept");
        String path = request.path();
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return accept != null && accept.contains("text/html") && !DATA.contains(ending) && !DATA_PATHS.contains(path);
    }

    /** None where there is no time to look for them. */
    private List<TermSummary> nearest(HttpRequest request) {
        try {
            return workshop.make(request, () -> nearest(request.path()));
        } catch (BusyException | TooSlowException e) {
            LOG.debug("the nearest names are not told", e);
            return List.of();
        }
    }

    private List<TermSummary> nearest(String path) {
        for (Term.Kind kind : List.of(Term.Kind.AUTHOR, Term.Kind.TAG)) {
            if (path.startsWith("/" + kind.folder() + "/")) {
                return like(kind, path);
            }
        }
        return like(Term.Kind.CATEGORY, path);
    }

    private List<TermSummary> like(Term.Kind kind, String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String name = RawPath.decode(trimmed.substring(trimmed.lastIndexOf('/') + 1), false);
        return name == null || name.isBlank() ? List.of() : library.like(kind, name, NAMED);
    }
}
