package dev.feedmill.http;

import dev.feedmill.feed.item.Format;
import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.feeds.DocumentMaker;
import dev.feedmill.http.feeds.NamedAnswers;
import dev.feedmill.http.files.FileAnswers;
import dev.feedmill.http.message.Answer;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.Mount;
import dev.feedmill.http.message.ProblemAnswers;
import dev.feedmill.http.message.Request;
import dev.feedmill.http.message.Spelling;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.pages.SearchAnswers;
import dev.feedmill.http.status.AnswerCounts;
import dev.feedmill.http.status.FirstScan;
import dev.feedmill.http.status.HealthAnswers;
import dev.feedmill.http.wire.Exchange;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.pages.Assets;
import dev.feedmill.runtime.AskerLeftException;
import dev.feedmill.runtime.TooSlowException;
import dev.feedmill.selection.Term;
import dev.feedmill.web.Here;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path is answered by whom. */
final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private final Library library;
    private final FileAnswers files;
    private final HealthAnswers health;
    private final FirstScan firstScan;
    private final AnswerCounts counts;
    private final Spelling spelling;
    private final Mount mount;
    private volatile Answers now;

    Routes(
            Library library,
            Answers now,
            FileAnswers files,
            HealthAnswers health,
            FirstScan firstScan,
            AnswerCounts counts,
            Spelling spelling,
            Mount mount) {
        this.library = library;
        this.now = now;
        this.files = files;
        this.health = health;
        this.firstScan = firstScan;
        this.counts = counts;
        this.spelling = spelling;
        this.mount = mount;
    }

    /** Who answers now. */
    Answers now() {
        return now;
    }

    /** From now on, others answer. */
    void become(Answers others) {
        now = others;
    }

    void declare(RoutesConfig routes) {
        routes.before(this::respelled);
        for (Format format : Format.values()) {
            ready(routes, "/feed." + format.extension(), request -> now.site().feed(request, format));
        }
        for (Term.Kind kind : Term.Kind.values()) {
            if (kind != Term.Kind.EVERYTHING) {
                ready(routes, "/" + kind.folder(), request -> now.pages().terms(request, kind));
                ready(routes, "/" + kind.folder() + "/*", request -> now.site().term(request, kind));
            }
        }
        ready(routes, "/", request -> now.pages().home(request));
        ready(routes, "/builder", request -> now.builder().answer(request));
        ready(routes, SearchAnswers.PATH, request -> now.search().answer(request));
        for (Format format : Format.values()) {
            both(
                    routes,
                    SearchAnswers.PATH + "." + format.extension(),
                    request -> now.search().feed(request, format));
        }
        ready(routes, "/articles/*", request -> now.pages().article(request));
        ready(routes, "/" + Here.FILES + "*", files::answer);
        ready(routes, "/" + Here.SOURCE + "*", request -> now.old().source(request));
        both(routes, "/" + Assets.FOLDER + "/*", request -> now.pages().asset(request));
        // Where browsers and readers look without being told.
        both(routes, "/favicon.ico", request -> now.pages().asset(request, request.path(), "icon.ico"));
        ready(routes, "/feeds.opml", request -> now.lists().opml(request));
        both(routes, "/.well-known/feeds", request -> TermPaths.moved(request, "/feeds.opml"));
        ready(routes, "/sitemap.xml", request -> now.lists().sitemap(request));
        ready(
                routes,
                "/" + DocumentMaker.SITEMAPS + "/*",
                request -> now.lists().sitemapFile(request));
        both(routes, "/robots.txt", request -> now.lists().robots(request));
        both(routes, "/openapi.json", request -> now.lists().openApi(request));
        ready(routes, NamedAnswers.FOLDER + "*", request -> now.named().answer(request));
        ready(routes, "/latest", request -> now.latest().answer(request));
        both(routes, "/health", request -> health.all());
        both(routes, "/health/live", request -> HealthAnswers.live());
        both(routes, "/health/ready", request -> health.all());
        both(routes, "/status.json", request -> now.status().json(request));
        both(routes, "/status", request -> now.status().page(request));
        both(routes, "/metrics", request -> now.status().metrics(request));
        routes.exception(Exception.class, this::fault);
        routes.error(404, context -> refuse(context, 404, "there is nothing at this address"));
        routes.error(405, context -> refuse(context, 405, "only GET and HEAD are answered here"));
    }

    /** For what needs the library to be filled. */
    private void ready(RoutesConfig routes, String path, Function<Request, Answer> answers) {
        both(routes, path, request -> {
            Answer hit = now.site().hit(request);
            if (hit != null) {
                return hit;
            }
            if (firstScan.isOver()) {
                return answers.apply(request);
            }
            @Nullable Answer refusal = firstScan.waitOrRefuse();
            return refusal == null ? within(request.anew(), answers) : refusal;
        });
    }

    /** Javalin's own HEAD would never run the handler. */
    private void both(RoutesConfig routes, String path, Function<Request, Answer> answers) {
        spelling.add(path);
        Handler handler = context -> {
            Request request = Exchange.request(context);
            try {
                send(context, request, orOld(request, within(request, answers)));
            } catch (Error e) {
                // Javalin would answer with nothing at all.
                fault(e, context);
            }
        };
        routes.get(path, handler);
        routes.head(path, handler);
        routes.options(
                path,
                context -> Exchange.write(
                        context, Cors.options(Exchange.request(context).path())));
    }

    private Answer within(Request request, Function<Request, Answer> answers) {
        return library.within(request.deadline(), () -> answers.apply(request));
    }

    /** What is not here may be known under another address. */
    private Answer orOld(Request request, Answer answer) {
        if (answer.status() != 404 && answer.status() != 410) {
            return answer;
        }
        @Nullable Answer wait = firstScan.isOver() ? null : firstScan.waitOrRefuse();
        @Nullable
        Answer moved = wait == null
                ? library.within(request.deadline(), () -> now.old().of(request))
                : wait;
        return moved == null || moved.status() == answer.status() ? answer : moved;
    }

    private void respelled(Context context) throws IOException {
        String method = context.req().getMethod();
        Request request = Exchange.request(context);
        String path = method.equals("GET") || method.equals("HEAD") ? spelling.other(request.path()) : null;
        if (path != null) {
            context.skipRemainingHandlers();
            send(context, request, TermPaths.moved(request, path));
        }
    }

    private void send(Context context, Request request, Answer answer) throws IOException {
        Answer told = Cors.opened(request, mount.above(now.errors().told(request, answer)));
        counts.count(told);
        Exchange.write(context, told);
    }

    private void refuse(Context context, int code, String detail) throws IOException {
        if (context.res().getHeader("Cache-Control") != null) {
            // A route said it already.
            return;
        }
        Answer refusal = ProblemAnswers.of(code, detail, code == 405 ? Cors.ALLOW : Map.of());
        Request request = Exchange.request(context);
        boolean asks = request.method().equals("GET") || request.method().equals("HEAD");
        try {
            send(context, request, asks ? orOld(request, refusal) : refusal);
        } catch (RuntimeException e) {
            fault(e, context);
        }
    }

    private static Answer fault(Throwable fault) {
        if (fault instanceof TooSlowException) {
            return ProblemAnswers.of(503, fault.getMessage(), Map.of("Retry-After", "60"));
        }
        if (fault instanceof LibraryUnavailableException) {
            return ProblemAnswers.of(503, fault.getMessage(), Map.of("Retry-After", "10"));
        }
        return fault instanceof BusyException || fault instanceof AskerLeftException
                ? ProblemAnswers.of(503, fault.getMessage(), Map.of("Retry-After", "5"))
                : ProblemAnswers.of(500, null);
    }

    private void fault(Throwable fault, Context context) {
        if (context.res().isCommitted()) {
            LOG.debug("an answer broke off, since its reader went away", fault);
            return;
        }
        if (fault instanceof TooSlowException) {
            LOG.info("{} took too long", context.path());
        } else if (fault instanceof LibraryUnavailableException
                || fault instanceof BusyException
                || fault instanceof AskerLeftException) {
            LOG.debug("{} {} must wait: {}", context.method(), context.path(), fault.getMessage());
        } else {
            LOG.error("{} {} failed", context.method(), context.path(), fault);
        }
        try {
            send(context, Exchange.request(context), fault(fault));
        } catch (IOException e) {
            LOG.debug("the client is gone", e);
        }
    }
}
