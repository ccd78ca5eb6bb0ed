package dev.feedmill.http.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.library.Library;
import dev.feedmill.pages.ErrorView;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.runtime.DeadlineExceededException;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import dev.feedmill.web.PercentCoding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders errors as HTML pages for browsers. Requests for feeds or data get the problem document as it is, since feed
 * readers name HTML in {@code Accept} too.
 */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int NAMED = 6;

    /** Extensions of paths that serve data. */
    private static final Set<String> DATA = Set.of("xml", "json", "opml", "css", "js", "svg", "ico", "png", "txt");

    private static final Set<FixedAddress> DATA_ADDRESSES = EnumSet.of(
            FixedAddress.LATEST,
            FixedAddress.HEALTH,
            FixedAddress.LIVENESS,
            FixedAddress.READINESS,
            FixedAddress.METRICS);

    private final Library library;
    private final PageRenderer pages;
    private final RenderQueue renderQueue;

    public ErrorPages(Library library, PageRenderer pages, RenderQueue renderQueue) {
        this.library = library;
        this.pages = pages;
        this.renderQueue = renderQueue;
    }

    /** The response, rendered as a page if it is an error and the client is a browser. */
    public HttpResponse render(HttpRequest request, HttpResponse response) {
        if (response.status() < 400 || response.status() == 412 || !isForPeople(request)) {
            return response;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : response.headers()) {
            headers.put(field.getName(), field.getValue());
        }
        headers.remove("Content-Length");
        headers.put("Content-Type", PageRenderer.MEDIA_TYPE);
        headers.putAll(HeaderFields.PAGE);
        List<TermSummary> nearest = response.status() == 404 || response.status() == 410 ? nearest(request) : List.of();
        byte[] html = pages.render(site -> ErrorView.of(site, response.status(), request.path(), nearest));
        return HttpResponse.content(response.status(), headers, html).countedBy(response.counts());
    }

    /** The page for 404 whose links work at every path. */
    public byte[] missingPage() {
        return pages.render(ErrorView::missing);
    }

    private static boolean isForPeople(HttpRequest request) {
        String accept = request.header(RequestHeader.ACCEPT);
        String path = request.path();
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return accept != null
                && accept.contains("text/html")
                && !DATA.contains(ending)
                && Format.named(ending) == null
                && !(Address.parse(path) instanceof FixedAddress address && DATA_ADDRESSES.contains(address));
    }

    /** Terms with similar names; none if the time is up. */
    private List<TermSummary> nearest(HttpRequest request) {
        try {
            return renderQueue.make(request, () -> nearest(request.path()));
        } catch (BusyException | DeadlineExceededException e) {
            LOG.debug("the nearest names are left out", e);
            return List.of();
        }
    }

    private List<TermSummary> nearest(String path) {
        for (Term.Kind kind : List.of(Term.Kind.AUTHOR, Term.Kind.TAG)) {
            if (path.startsWith(kind.prefix().slashed())) {
                return similarTerms(kind, path);
            }
        }
        return similarTerms(Term.Kind.CATEGORY, path);
    }

    private List<TermSummary> similarTerms(Term.Kind kind, String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String name = PercentCoding.decode(trimmed.substring(trimmed.lastIndexOf('/') + 1));
        return name == null || name.isBlank() ? List.of() : library.terms().similar(kind, name, NAMED);
    }
}
