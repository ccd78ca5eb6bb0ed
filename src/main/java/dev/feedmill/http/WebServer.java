package dev.feedmill.http;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.feeds.FeedPrewarmer;
import dev.feedmill.http.files.FileHandler;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.OperatorAccess;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.wire.AccessLog;
import dev.feedmill.http.wire.ClientConnector;
import dev.feedmill.http.wire.ErrorResponses;
import dev.feedmill.http.wire.FastPath;
import dev.feedmill.http.wire.FastPathConnectionFactory;
import dev.feedmill.http.wire.FastPathHandler;
import dev.feedmill.http.wire.ProtocolRules;
import dev.feedmill.http.wire.UnixConnector;
import dev.feedmill.library.Library;
import dev.feedmill.library.write.Change;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.runtime.SocketPort;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
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
    private final Epoch epoch;
    private final FastPath ready;
    private final Routes routes;
    private final Function<SiteConfiguration, Handlers> maker;
    private final FeedPrewarmer prewarmer;
    private final CountHistory history;
    private final StartupGate startupGate;

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
        Backend backend = Backend.of(
                rules, configuration, library, follower, media, clock, operator == null ? 0 : SocketPort.of(operator));
        BasePath basePath = backend.basePath();
        ResponseCounts counts = backend.counts();
        FileHandler files = backend.files();
        this.epoch = backend.epoch();
        this.startupGate = backend.startupGate();
        this.history = backend.history();
        this.maker = backend.factory()::make;
        this.routes = backend.routes();
        library.onChange(change -> routes.handlers().documents().changed(change, epoch));
        this.ready = new FastPath(
                request -> fastPath ? ready(routes.handlers().terms(), files, basePath.strip(request)) : null,
                counts,
                ACCESS);
        this.prewarmer = new FeedPrewarmer(() -> routes.handlers().feeds(), epoch);
        library.onChange(change -> {
            if (follower.hasCompared()) {
                prewarmer.changed(change);
            }
        });
        this.javalin =
                Javalin.create(config -> configure(config, sockets, operator, rules, routes, basePath, epoch, ready));
    }

    /** Applies another configuration of the site. Documents cached for the former one are no longer served. */
    public void reconfigure(SiteConfiguration configuration) {
        Handlers others = maker.apply(configuration);
        routes.replace(others);
        others.documents().changed(Change.ofAnything(), epoch);
        prewarmer.makeAnew();
    }

    private static @Nullable HttpResponse ready(TermHandler site, FileHandler files, HttpRequest request) {
        HttpResponse file = files.ready(request);
        HttpResponse response = file == null ? site.fromCache(request) : file;
        return response == null ? null : Cors.opened(request, response);
    }

    private static void configure(
            JavalinConfig config,
            List<ServerSocketChannel> sockets,
            @Nullable ServerSocketChannel operator,
            ServerRules rules,
            Routes routes,
            BasePath basePath,
            Epoch epoch,
            FastPath ready) {
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
            if (ACCESS.isOn()) {
                server.setRequestLog(ACCESS);
            }
            server.setStopTimeout(rules.timeouts().stop().toMillis());
            server.insertHandler(new FastPathHandler(ready));
            server.insertHandler(new ProtocolRules(basePath, limits.answerTime(), epoch));
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new ErrorResponses()));
        for (ServerSocketChannel socket : sockets) {
            config.jetty.addConnector((server, http) -> connector(server, http, socket, rules, ready));
        }
        if (operator != null) {
            config.jetty.addConnector((server, http) -> {
                AbstractConnector connector = connector(server, http, operator, rules, ready);
                connector.setName(OperatorAccess.CONNECTOR);
                return connector;
            });
        }
        routes.declare(config.routes);
    }

    private static AbstractConnector connector(
            Server server, HttpConfiguration http, ServerSocketChannel socket, ServerRules rules, FastPath ready) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // A redirect repeats the query, and the canonical path may be longer than the requested one.
        http.setResponseHeaderSize(32 * 1024);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // If the target names an authority of its own, it takes precedence over Host (RFC 9112 section 3.2.2).
        http.setHttpCompliance(HttpCompliance.RFC9110.with("feedmill", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        FastPathConnectionFactory factory = new FastPathConnectionFactory(http, ready);
        try {
            AbstractConnector connector = socket.getLocalAddress() instanceof UnixDomainSocketAddress
                    ? new UnixConnector(server, factory, socket, rules.limits())
                    : ClientConnector.at(socket, server, factory, rules.limits());
            connector.setIdleTimeout(rules.timeouts().idle().toMillis());
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
