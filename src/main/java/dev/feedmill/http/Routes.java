package dev.feedmill.http;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.CanonicalPaths;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.status.HealthHandler;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.wire.JavalinAdapter;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.runtime.ClientGoneException;
import dev.feedmill.runtime.DeadlineExceededException;
import dev.feedmill.selection.Term;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of the server: declares them and sends their responses. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private final Library library;
    private final HealthHandler health;
    private final StartupGate startupGate;
    private final ResponseCounts counts;
    private final CanonicalPaths canonicalPaths;
    private final BasePath basePath;
    private final Epoch epoch;
    private final RouteTable table;
    private volatile Handlers handlers;

    Routes(
            Library library,
            Handlers handlers,
            HealthHandler health,
            StartupGate startupGate,
            ResponseCounts counts,
            CanonicalPaths canonicalPaths,
            BasePath basePath,
            Epoch epoch) {
        this.library = library;
        this.handlers = handlers;
        this.health = health;
        this.startupGate = startupGate;
        this.counts = counts;
        this.canonicalPaths = canonicalPaths;
        this.basePath = basePath;
        this.epoch = epoch;
        this.table = new RouteTable(canonicalPaths);
        fill();
    }

    HealthHandler health() {
        return health;
    }

    /** The current handlers. */
    Handlers handlers() {
        return handlers;
    }

    /** Replaces the handlers for all requests from now on. */
    void replace(Handlers others) {
        handlers = others;
    }

    void declare(RoutesConfig routes) {
        routes.before(this::redirectToCanonical);
        table.all().forEach((pattern, answers) -> route(routes, pattern, answers));
        routes.exception(Exception.class, this::sendError);
        routes.error(404, context -> refuse(context, 404, "there is nothing at this address"));
        routes.error(405, context -> refuse(context, 405, "only GET and HEAD are answered here"));
    }

    /** The response to a GET request that comes from no network. */
    HttpResponse answer(HttpRequest request) {
        Function<HttpRequest, HttpResponse> answers = table.of(request.path());
        HttpResponse response = answers == null
                ? ProblemResponses.of(404, "there is nothing at this address")
                : within(request, answers);
        return finished(request, orOldAddress(request, response));
    }

    private void fill() {
        for (Format format : Format.values()) {
            serve(
                    Channel.EVERYTHING.feed(format),
                    gated(request -> handlers.terms().feed(request, format)));
            serve(new Address.SearchFeed(format), request -> Redirects.moved(request, Channel.EVERYTHING.feed(format)));
        }
        for (Term.Kind kind : Term.Kind.values()) {
            if (kind != Term.Kind.EVERYTHING) {
                serve(kind.list(), gated(request -> handlers.pages().terms(request, kind)));
                serve(kind.prefix(), gated(request -> handlers.terms().term(request)));
            }
        }
        for (Address address : handlers.pages().fixed().keySet()) {
            serve(address, gated(request -> page(request, address)));
        }
        serve(PathPrefix.ARCHIVE, gated(request -> handlers.terms().archive(request)));
        serve(PathPrefix.ARTICLES, gated(request -> handlers.pages().article(request)));
        serve(PathPrefix.FILES, gated(request -> handlers.files().answer(request)));
        serve(PathPrefix.SOURCE, gated(request -> handlers.oldAddresses().source(request)));
        serve(PathPrefix.ASSETS, request -> handlers.pages().asset(request));
        serve(FixedAddress.FAVICON, request -> handlers.pages().favicon(request));
        serve(FixedAddress.OPML, gated(request -> handlers.lists().opml(request)));
        serve(FixedAddress.WELL_KNOWN_FEEDS, request -> Redirects.moved(request, FixedAddress.OPML));
        serve(FixedAddress.SITEMAP, gated(request -> handlers.lists().sitemap(request)));
        serve(PathPrefix.SITEMAPS, gated(request -> handlers.lists().sitemapFile(request)));
        serve(FixedAddress.ROBOTS, request -> handlers.lists().robots(request));
        Address keyFile = handlers.lists().keyAddress();
        if (keyFile != null) {
            serve(keyFile, request -> handlers.lists().keyFile(request));
        }
        serve(FixedAddress.OPEN_API, request -> handlers.lists().openApi(request));
        serve(FixedAddress.OPEN_SEARCH, request -> handlers.lists().openSearch(request));
        for (FixedAddress bridged : List.of(FixedAddress.WEBFINGER, FixedAddress.HOST_META)) {
            serve(bridged, request -> handlers.lists().bridge(request, bridged));
        }
        serve(PathPrefix.FEEDS, gated(request -> handlers.named().answer(request)));
        serve(FixedAddress.LATEST, gated(request -> handlers.latest().answer(request)));
        serve(FixedAddress.EVENTS, gated(request -> handlers.events().answer(request)));
        serve(FixedAddress.HEALTH, request -> health.all());
        serve(FixedAddress.LIVENESS, request -> HealthHandler.live());
        serve(FixedAddress.READINESS, request -> health.all());
        serve(FixedAddress.STATUS_JSON, request -> handlers.status().json(request));
        serve(FixedAddress.STATUS, request -> handlers.status().page(request));
        serve(FixedAddress.METRICS, request -> handlers.status().metrics(request));
    }

    private HttpResponse page(HttpRequest request, Address address) {
        return Objects.requireNonNull(handlers.pages().fixed().get(address)).apply(request);
    }

    /** A handler that needs a filled library: during the first scan its requests wait or are refused. */
    private Function<HttpRequest, HttpResponse> gated(Function<HttpRequest, HttpResponse> answers) {
        return request -> {
            if (startupGate.isOver()) {
                return answers.apply(request);
            }
            @Nullable HttpResponse refusal = startupGate.waitOrRefuse();
            return refusal == null ? within(request.restarted(epoch.now()), answers) : refusal;
        };
    }

    private void serve(PathPrefix prefix, Function<HttpRequest, HttpResponse> answers) {
        table.add(prefix, answers);
    }

    private void serve(Address address, Function<HttpRequest, HttpResponse> answers) {
        table.add(address, answers);
    }

    /** Routes GET and HEAD to the handler; Javalin's own HEAD would never run it. */
    private void route(RoutesConfig routes, String pattern, Function<HttpRequest, HttpResponse> answers) {
        Handler handler = context -> {
            HttpRequest request = JavalinAdapter.request(context);
            try {
                send(context, request, orOldAddress(request, within(request, answers)));
            } catch (Error e) {
                // Javalin would send an empty response.
                sendError(e, context);
            }
        };
        routes.get(pattern, handler);
        routes.head(pattern, handler);
        routes.options(
                pattern,
                context -> JavalinAdapter.write(
                        context, Cors.options(JavalinAdapter.request(context).path())));
    }

    private HttpResponse within(HttpRequest request, Function<HttpRequest, HttpResponse> answers) {
        return library.within(request.deadline(), () -> answers.apply(request));
    }

    /** Turns a 404 into a redirect where the path is an old address of something that still exists. */
    private HttpResponse orOldAddress(HttpRequest request, HttpResponse response) {
        if (response.status() != 404 && response.status() != 410) {
            return response;
        }
        @Nullable HttpResponse wait = startupGate.isOver() ? null : startupGate.waitOrRefuse();
        @Nullable
        HttpResponse moved = wait == null
                ? library.within(
                        request.deadline(), () -> handlers.oldAddresses().of(request))
                : wait;
        return moved == null || moved.status() == response.status() ? response : moved;
    }

    private void redirectToCanonical(Context context) throws IOException {
        String method = context.req().getMethod();
        HttpRequest request = JavalinAdapter.request(context);
        String path = method.equals("GET") || method.equals("HEAD") ? canonicalPaths.canonical(request.path()) : null;
        if (path != null) {
            context.skipRemainingHandlers();
            send(context, request, Redirects.moved(request, path));
        }
    }

    private void send(Context context, HttpRequest request, HttpResponse response) throws IOException {
        HttpResponse sent = finished(request, response);
        counts.count(sent);
        JavalinAdapter.write(context, sent);
    }

    private HttpResponse finished(HttpRequest request, HttpResponse response) {
        return Cors.opened(request, basePath.prepend(handlers.errors().render(request, response)));
    }

    private void refuse(Context context, int code, String detail) throws IOException {
        if (context.res().getHeader("Cache-Control") != null) {
            // A route has set the response already.
            return;
        }
        HttpResponse refusal = ProblemResponses.of(code, detail, code == 405 ? Cors.ALLOW : Map.of());
        HttpRequest request = JavalinAdapter.request(context);
        boolean asks = request.method().equals("GET") || request.method().equals("HEAD");
        try {
            send(context, request, asks ? orOldAddress(request, refusal) : refusal);
        } catch (RuntimeException e) {
            sendError(e, context);
        }
    }

    private static HttpResponse errorResponse(Throwable fault) {
        if (fault instanceof DeadlineExceededException) {
            return ProblemResponses.of(503, fault.getMessage(), Map.of("Retry-After", "60"));
        }
        if (fault instanceof LibraryUnavailableException) {
            return ProblemResponses.of(503, fault.getMessage(), Map.of("Retry-After", "10"));
        }
        return fault instanceof BusyException || fault instanceof ClientGoneException
                ? ProblemResponses.of(503, fault.getMessage(), Map.of("Retry-After", "5"))
                : ProblemResponses.of(500, null);
    }

    private void sendError(Throwable fault, Context context) {
        if (context.res().isCommitted()) {
            LOG.debug("an answer broke off, since its reader went away", fault);
            return;
        }
        if (fault instanceof DeadlineExceededException) {
            LOG.info("{} took too long", context.path());
        } else if (fault instanceof LibraryUnavailableException
                || fault instanceof BusyException
                || fault instanceof ClientGoneException) {
            LOG.debug("{} {} must wait: {}", context.method(), context.path(), fault.getMessage());
        } else {
            LOG.error("{} {} failed", context.method(), context.path(), fault);
        }
        try {
            send(context, JavalinAdapter.request(context), errorResponse(fault));
        } catch (IOException e) {
            LOG.debug("the client is gone", e);
        }
    }
}
