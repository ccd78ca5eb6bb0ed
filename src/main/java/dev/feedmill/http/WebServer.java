package dev.feedmill.http;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.feeds.FeedPrewarmer;
import dev.feedmill.http.hub.FormHandler;
import dev.feedmill.http.hub.HubHandler;
import dev.feedmill.http.hub.OwnTopicPaths;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.OperatorAccess;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.http.wire.AccessLog;
import dev.feedmill.http.wire.ClientConnector;
import dev.feedmill.http.wire.ErrorResponses;
import dev.feedmill.http.wire.FastPath;
import dev.feedmill.http.wire.FastPathConnectionFactory;
import dev.feedmill.http.wire.FastPathHandler;
import dev.feedmill.http.wire.ProtocolRules;
import dev.feedmill.http.wire.UnixConnector;
import dev.feedmill.library.Library;
import dev.feedmill.library.change.Change;
import dev.feedmill.library.node.Node;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Problem;
import dev.feedmill.push.hub.Hub;
import dev.feedmill.push.hub.TopicPaths;
import dev.feedmill.push.hub.TopicSource;
import dev.feedmill.push.notice.NoticeContent;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.runtime.SocketPort;
import dev.feedmill.web.ServerUrl;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server for the contents of the library. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final AccessLog ACCESS = new AccessLog();

    /** Threads for requests that do not wait for rendering. */
    private static final int THREADS = 64;

    private final Javalin javalin;
    private final NodeGate gate = new NodeGate();
    private final Epoch epoch;
    private final BasePath basePath;
    private final ServerUrl url;
    private final FastPath ready;
    private final Routes routes;
    private final StatusReport status;
    private final FeedPrewarmer prewarmer;
    private final CountHistory history;
    private final StartupGate startupGate;
    private volatile @Nullable HubHandler hub;
    private volatile HandlerFactory factory;
    private volatile ServerRules rules;

    /**
     * Prepares the server.
     *
     * @param sockets already bound, so that the port can be part of the site's address
     * @param operator socket that only the operator may use; null for none
     */
    public WebServer(
            List<ServerSocketChannel> sockets,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            SiteConfiguration configuration,
            Library library,
            FolderFollower follower,
            MediaFolder media,
            InstantSource clock) {
        this(sockets, operator, rules, configuration, library, follower, media, clock, true);
    }

    /** Prepares the server, with or without the fast path; tests check that both give the same responses. */
    WebServer(
            List<ServerSocketChannel> sockets,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            SiteConfiguration configuration,
            Library library,
            FolderFollower follower,
            MediaFolder media,
            InstantSource clock,
            boolean fastPath) {
        this.rules = rules;
        this.url = configuration.site().server();
        Backend backend = Backend.of(
                this::rules,
                configuration,
                library,
                follower,
                media,
                clock,
                operator == null ? 0 : SocketPort.of(operator),
                gate);
        this.basePath = backend.basePath();
        ResponseCounts counts = backend.counts();
        this.epoch = backend.epoch();
        this.startupGate = backend.startupGate();
        this.history = backend.history();
        this.factory = backend.factory();
        this.status = factory.status();
        this.routes = backend.routes();
        library.onChange(change -> routes.handlers().documents().changed(change, epoch));
        library.onChange(change -> routes.handlers().events().streams().changed());
        this.ready = new FastPath(
                request -> fastPath ? ready(routes.handlers(), basePath.strip(request)) : null,
                counts,
                ACCESS,
                gate,
                basePath);
        this.prewarmer = new FeedPrewarmer(() -> routes.handlers().terms().feeds(), epoch);
        library.onChange(change -> {
            if (follower.hasCompared()) {
                prewarmer.changed(change);
            }
        });
        this.javalin = Javalin.create(config -> configure(config, sockets, operator, routes));
    }

    /** The current rules. */
    private ServerRules rules() {
        return rules;
    }

    /**
     * Applies other rules and another configuration of the site, at once for all requests from now on. Documents cached
     * for the former ones are no longer served. Nothing is applied if it throws.
     */
    public synchronized void reconfigure(ServerRules otherRules, SiteConfiguration configuration, MediaFolder media) {
        HandlerFactory other = factory.with(otherRules, media);
        Handlers others = other.make(configuration);
        factory = other;
        rules = otherRules;
        other.shared().times().resize(rules.sizes().timesBytes());
        Server server = javalin.jettyServer().server();
        server.setStopTimeout(rules.timeouts().stop().toMillis());
        for (Connector connector : server.getConnectors()) {
            ((AbstractConnector) connector)
                    .setIdleTimeout(rules.timeouts().idle().toMillis());
        }
        Handlers former = routes.handlers();
        routes.replace(others);
        // Their clients come back, and get events by the new settings.
        former.events().streams().close();
        others.documents().changed(Change.ofAnything(), epoch);
        prewarmer.makeAnew();
    }

    /**
     * Checks that rules and a configuration of the site can be applied; applies nothing.
     *
     * @throws dev.feedmill.http.message.UnusableSelectionException if the query of a named selection is invalid
     */
    public void check(ServerRules otherRules, SiteConfiguration configuration, MediaFolder media) {
        factory.with(otherRules, media).make(configuration);
    }

    /** Shows the problems of the operator's settings on the status page, in place of those shown before. */
    public void reportSettings(List<Problem> problems) {
        status.reportSettings(problems);
    }

    /** Reports the servers that share the library from now on. */
    public void reportNodes(Supplier<List<Node>> nodes) {
        status.reportNodes(nodes);
    }

    /** Says that it is not ready any more, and serves on for a time. */
    public void drain(Duration time) {
        routes.health().drain();
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The URL of the server, which stays as it was at the start. */
    public ServerUrl url() {
        return url;
    }

    /** The paths of the feeds that can be subscribed to. */
    public TopicPaths topicPaths() {
        return new OwnTopicPaths(url, basePath, target -> {
            Deadline deadline = Deadline.after(rules.limits().answerTime(), () -> false);
            return routes.answer(HttpRequest.own(target, deadline, epoch.now()));
        });
    }

    /** Has requests wait for what other servers of the library have changed, and divides limits among the servers. */
    public void share(NodeGate.Nodes nodes) {
        gate.close(nodes);
    }

    /** Offers a hub to subscribers, until the server is closed. */
    public void offer(Hub offered) {
        hub = new HubHandler(offered);
        status.reportHub(offered::counts);
    }

    private static @Nullable HttpResponse ready(Handlers handlers, HttpRequest request) {
        HttpResponse file = handlers.files().ready(request);
        HttpResponse response = file == null ? handlers.terms().fromCache(request) : file;
        return response == null ? null : Cors.opened(request, response);
    }

    private void configure(
            JavalinConfig config,
            List<ServerSocketChannel> sockets,
            @Nullable ServerSocketChannel operator,
            Routes declared) {
        ServerRules.Limits limits = rules.limits();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.threadPool = new QueuedThreadPool(THREADS + 2 * (limits.makers() + limits.waiting()), 8);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ErrorResponses());
            // Always, since the settings may turn it on later.
            server.setRequestLog(ACCESS);
            server.setStopTimeout(rules.timeouts().stop().toMillis());
            server.insertHandler(new FastPathHandler(ready));
            server.insertHandler(new FormHandler(
                    FixedAddress.HUB.rooted(), () -> hub, () -> rules.limits().headTime()));
            server.insertHandler(
                    new ProtocolRules(basePath, () -> rules.limits().answerTime(), epoch, gate));
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ErrorResponses()));
        for (ServerSocketChannel socket : sockets) {
            config.jetty.addConnector((server, http) -> connector(server, http, socket));
        }
        if (operator != null) {
            config.jetty.addConnector((server, http) -> {
                AbstractConnector connector = connector(server, http, operator);
                connector.setName(OperatorAccess.CONNECTOR);
                return connector;
            });
        }
        declared.declare(config.routes);
    }

    private AbstractConnector connector(Server server, HttpConfiguration http, ServerSocketChannel socket) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // A redirect repeats the query, and the canonical path may be longer than the requested one.
        http.setResponseHeaderSize(32 * 1024);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // If the target names an authority of its own, it takes precedence over Host (RFC 9112 section 3.2.2).
        http.setHttpCompliance(HttpCompliance.RFC9110.with("feedmill", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        FastPathConnectionFactory connections = new FastPathConnectionFactory(http, ready);
        try {
            AbstractConnector connector = socket.getLocalAddress() instanceof UnixDomainSocketAddress
                    ? new UnixConnector(server, connections, socket, () -> rules.limits())
                    : ClientConnector.at(socket, server, connections, () -> rules.limits());
            connector.setIdleTimeout(rules.timeouts().idle().toMillis());
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The feeds as topics of a hub, by the current configuration. */
    public TopicSource topics() {
        return path -> routes.handlers().topics().now(path);
    }

    /** What notices of changes say, by the current configuration. */
    public NoticeContent notices() {
        return new CurrentNotices(routes::handlers);
    }

    /** How many requests wait for the first scan. */
    int waiting() {
        return startupGate.waiting();
    }

    /** The responses that need no routing. */
    FastPath ready() {
        return ready;
    }

    /** Starts to serve requests; earlier connections wait in the socket's queue. */
    public void start() {
        javalin.start();
        history.start();
    }

    /** Accepts no more connections, lets running requests finish within the stop timeout, then stops. */
    @Override
    public void close() {
        prewarmer.close();
        history.close();
        routes.handlers().events().streams().close();
        try {
            // Javalin's own stop throws on a timeout, which would keep the library from being closed.
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
