package dev.feedmill.http;

import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.Site;
import dev.feedmill.library.FolderFollower;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Frame;
import dev.feedmill.pages.PageRenderer;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP what the library holds. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final AccessLog ACCESS = new AccessLog();

    /** For those who wait for nothing. */
    private static final int THREADS = 64;

    private final Javalin javalin;
    private final ReadyAnswers ready;
    private final FrontFeeds front;
    private final CountHistory history;

    /**
     * Prepares the server.
     *
     * @param socket bound already, so that its port could be named in the site's address
     * @param operator where the operator alone asks; null for nowhere
     */
    public WebServer(
            ServerSocketChannel socket,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            Site site,
            Library library,
            FolderFollower follower,
            InstantSource clock) {
        this(socket, operator, rules, site, library, follower, clock, true);
    }

    /** The same, and whether what lies ready is answered before the routes: both ways must say the same. */
    WebServer(
            ServerSocketChannel socket,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            Site site,
            Library library,
            FolderFollower follower,
            InstantSource clock,
            boolean shortWay) {
        Workshop workshop = new Workshop(rules.limits().makers(), rules.limits().waiting());
        Documents documents = new Documents(
                rules.cacheBytes(),
                workshop,
                new ModificationTimes(rules.cacheBytes() / 16, clock, library.modified()));
        library.onChange(documents::changed);
        Spelling spelling = new Spelling();
        Mount mount = new Mount(site.here().baseUrl(), spelling);
        Conditional conditional = new Conditional(workshop);
        HeaderFields fields = new HeaderFields(rules.pollInterval(), rules.sharedCacheTime());
        boolean filled =
                !library.page(Selection.newest(Term.EVERYTHING, 1)).entries().isEmpty();
        FirstScan firstScan = new FirstScan(follower, rules.firstScanWait(), filled);
        Frame frame =
                new Frame(site.here(), site.title(), site.description(), site.language(), rules.zone(), rules.named());
        PageRenderer renderer = new PageRenderer(frame);
        AnswerCounts counts = new AnswerCounts();
        this.history = new CountHistory(counts);
        QuestionReader questions = new QuestionReader(library, rules, site.language(), clock);
        SelectedPages selected =
                new SelectedPages(library, rules.zone(), rules.selections().filterDepth());
        FeedAnswers feeds = new FeedAnswers(
                library,
                new FeedRenderer(site, rules.feedSize()),
                documents,
                conditional,
                fields,
                new Repeats(rules.unconditionalGets(), rules.pollInterval(), System::nanoTime),
                counts,
                questions,
                selected,
                rules.wholeFor(),
                rules.selections().items(),
                site.movedTo());
        PageMaker maker = new PageMaker(library, renderer, rules.pageItems());
        PageAnswers pages = new PageAnswers(library, frame, maker, documents, conditional, fields, workshop);
        SiteAnswers answers = new SiteAnswers(library, documents, conditional, feeds, pages);
        ListAnswers lists = new ListAnswers(
                new TermNames(library),
                new DocumentMaker(library, site, rules.named()),
                documents,
                conditional,
                fields,
                site.here().url("sitemap.xml"),
                mount,
                OpenApi.of(site, rules.selections()));
        Routes routes = new Routes(
                library,
                answers,
                pages,
                new BuilderAnswers(library, questions, selected, maker, conditional, fields, workshop),
                new SearchAnswers(
                        library, questions, selected, renderer, conditional, fields, workshop, rules.pageItems()),
                new NamedAnswers(
                        rules.named(),
                        documents,
                        feeds,
                        questions,
                        selected,
                        renderer,
                        conditional,
                        fields,
                        workshop,
                        rules.pageItems()),
                lists,
                new LatestAnswers(
                        documents,
                        conditional,
                        fields,
                        new LatestRenderer(site),
                        questions,
                        selected,
                        rules.latestLimit()),
                new HealthAnswers(firstScan, library, follower, rules.stallTime()),
                new StatusAnswers(
                        new StatusReport(library, follower, firstScan, counts, history, documents, site.version()),
                        new OperatorOnly(rules.status(), operator == null ? 0 : port(operator)),
                        renderer),
                firstScan,
                new OldAddresses(library, site.here(), new OldFeeds(library, rules.oldFeeds())),
                new ErrorPages(library, renderer, workshop),
                counts,
                spelling,
                mount);
        this.ready =
                new ReadyAnswers(request -> shortWay ? ready(answers, mount.below(request)) : null, counts, ACCESS);
        this.front = new FrontFeeds(feeds, documents);
        library.onChange(change -> {
            if (follower.hasCompared()) {
                front.changed(change);
            }
        });
        this.javalin = Javalin.create(config -> configure(config, socket, operator, rules, routes, mount, ready));
    }

    private static @Nullable Answer ready(SiteAnswers answers, Request request) {
        Answer answer = answers.hit(request);
        return answer == null ? null : Cors.opened(request, answer);
    }

    private static void configure(
            JavalinConfig config,
            ServerSocketChannel socket,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            Routes routes,
            Mount mount,
            ReadyAnswers ready) {
        ServerRules.Limits limits = rules.limits();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = new QueuedThreadPool(THREADS + 2 * (limits.makers() + limits.waiting()), 8);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ErrorAnswers());
            if (ACCESS.isOn()) {
                server.setRequestLog(ACCESS);
            }
            server.setStopTimeout(rules.stopTimeout().toMillis());
            server.insertHandler(new ShortWay(ready));
            server.insertHandler(new ProtocolRules(mount, limits.answerTime()));
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ErrorAnswers()));
        config.jetty.addConnector((server, http) -> connector(server, http, socket, rules, ready));
        if (operator != null) {
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = connector(server, http, operator, rules, ready);
                connector.setName(OperatorOnly.CONNECTOR);
                return connector;
            });
        }
        routes.declare(config.routes);
    }

    private static int port(ServerSocketChannel socket) {
        try {
            return ((InetSocketAddress) socket.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, ServerSocketChannel socket, ServerRules rules, ReadyAnswers ready) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // A redirect repeats the query, and the canonical path may be longer than what was asked for.
        http.setResponseHeaderSize(32 * 1024);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // The target decides where it names an authority of its own (RFC 9112 section 3.2.2).
        http.setHttpCompliance(HttpCompliance.RFC9110.with("feedmill", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        ServerConnector connector =
                new ClientConnector(server, new ReadyConnectionFactory(http, ready), rules.limits());
        connector.setIdleTimeout(rules.idleTimeout().toMillis());
        try {
            connector.open(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connector;
    }

    /** What is answered before the routes. */
    ReadyAnswers ready() {
        return ready;
    }

    /** Begins to answer; before, connections wait in the socket's queue. */
    public void start() {
        javalin.start();
        history.start();
    }

    /** Takes no more connections, lets running requests finish within the stop timeout, then ends. */
    @Override
    public void close() {
        front.close();
        history.close();
        try {
            // Javalin's own stop would throw where time ran out, and keep the library from being closed.
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.info("some readers were cut off, since they did not take their answers in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("the server did not stop in order", e);
        }
    }
}
