package dev.feedmill.http.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.http.caching.BrowserNavigation;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.query.FaultyValue;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.pages.ErrorView;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.Fault;
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
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders errors as HTML pages for browsers. Requests for data get the problem document as it is, and so do those for
 * feeds, since feed readers name HTML in {@code Accept} too, unless a browser says that a person opens the feed.
 */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final int NAMED = 6;

    /** Statuses that the cache answers too, and so in one form for all. */
    private static final Set<Integer> SAME_FOR_ALL = Set.of(412, 429);

    /** What decides between page and problem. */
    private static final Map<String, String> VARY =
            Map.of("Vary", RequestHeader.ACCEPT + ", " + RequestHeader.SEC_FETCH_DEST);

    private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", "no-store");

    /** Extensions of paths that serve data. */
    private static final Set<String> DATA = Set.of("xml", "opml", "css", "js", "svg", "ico", "png", "txt");

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
        if (response.status() < 400 || SAME_FOR_ALL.contains(response.status()) || isPage(response)) {
            return response;
        }
        if (!isForPeople(request)) {
            return isKept(response) ? response : response.with(VARY);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : response.headers()) {
            headers.put(field.getName(), field.getValue());
        }
        headers.remove("Content-Length");
        headers.put("Content-Type", PageRenderer.MEDIA_TYPE);
        headers.putAll(HeaderFields.PAGE);
        headers.putAll(NOT_KEPT);
        headers.putAll(VARY);
        Fault fault = fault(request, response);
        List<TermSummary> nearest =
                response.status() == 404 || response.status() == 410 ? nearest(request, fault) : List.of();
        String wanted = fault == null ? "" : request.query().only(SelectionParameters.FEED);
        byte[] html =
                pages.render(site -> ErrorView.of(site, response.status(), request.path(), fault, wanted, nearest));
        return HttpResponse.content(response.status(), headers, html).countedBy(response.counts());
    }

    /**
     * Whether caches may keep it. They keep what readers get, and no copy for each value of what decides on the page.
     */
    private static boolean isKept(HttpResponse response) {
        return !NOT_KEPT.containsValue(response.field("Cache-Control"));
    }

    private static boolean isPage(HttpResponse response) {
        return PageRenderer.MEDIA_TYPE.equals(response.headers().get(HttpHeader.CONTENT_TYPE));
    }

    private static boolean isFeed(HttpRequest request) {
        return Address.parse(request.path()) instanceof Address.OfChannel address && address.format() != null;
    }

    /** What is wrong with the query of a feed; null for nothing, for other addresses, and for what only has to wait. */
    private static @Nullable Fault fault(HttpRequest request, HttpResponse response) {
        BadParameterException fault = response.fault();
        return fault == null || response.status() >= 500 || !isFeed(request) ? null : FaultyValue.of(fault);
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
                && (Format.named(ending) == null ? !DATA.contains(ending) : BrowserNavigation.isWanted(request))
                && !(Address.parse(path) instanceof FixedAddress address && DATA_ADDRESSES.contains(address));
    }

    /** Terms with similar names; none if the time is up, or the library is away. */
    private List<TermSummary> nearest(HttpRequest request, @Nullable Fault fault) {
        Parameter parameter = fault == null ? null : fault.parameter();
        try {
            return library.within(
                    request.deadline(),
                    () -> renderQueue.make(
                            request,
                            () -> fault == null || parameter == null
                                    ? nearest(isFeed(request) ? withoutEnding(request.path()) : request.path())
                                    : nearest(parameter, fault.value())));
        } catch (BusyException | DeadlineExceededException | LibraryUnavailableException e) {
            LOG.debug("the nearest names are left out", e);
            return List.of();
        }
    }

    private static String withoutEnding(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    private List<TermSummary> nearest(Parameter parameter, String name) {
        for (Term.Kind kind : TermNames.KINDS) {
            if (parameter == TermNames.parameter(kind) || parameter == TermNames.without(kind)) {
                return library.terms().similar(kind, name.substring(name.lastIndexOf('/') + 1), NAMED);
            }
        }
        return List.of();
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
