package dev.feedmill.push.client;

import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP client for requests to servers that strangers name: it connects to public addresses only, follows no
 * redirect, keeps no cookie, sends no password, and waits for nobody longer than the rules allow. Thread-safe.
 */
public final class OutgoingClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingClient.class);
    private static final int THREADS = 16;
    private static final Duration SLOW_LOOK_UP = Duration.ofSeconds(1);

    /** Reasons that say nothing of a host. */
    private static final Set<Outcome.Reason> UNTRIED =
            EnumSet.of(Outcome.Reason.HOST_DOWN, Outcome.Reason.BUSY, Outcome.Reason.CLOSED);

    /** Milliseconds after which an idle connection, and what is known of an idle host, is given up. */
    private static final long IDLE = 15_000;

    private final ClientRules rules;
    private volatile BooleanSupplier allowed = () -> true;
    private final HttpClient http;
    private final CheckedResolver resolver;
    private final HostQueues<Exchange> queues;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile boolean closed;

    /** A request with what waits for its outcome. */
    private record Exchange(OutgoingRequest request, CompletableFuture<Outcome> outcome) {}

    private OutgoingClient(ClientRules rules, String agent, SslContextFactory.Client tls) {
        this.rules = rules;
        this.queues = new HostQueues<>(rules.maxExchanges(), rules.maxConnectionsPerHost(), rules.maxWaitingRequests());
        this.resolver = new CheckedResolver(
                rules.privateNetworks(),
                new CheckedResolver.Pace(rules.maxLookUps(), SLOW_LOOK_UP, rules.connectTime()),
                InetAddress::getAllByName);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        this.http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("push");
        threads.setDaemon(true);
        http.setExecutor(threads);
        http.setName("push");
        http.setSocketAddressResolver(resolver);
        http.setConnectTimeout(rules.connectTime().toMillis());
        http.setIdleTimeout(IDLE);
        http.setDestinationIdleTimeout(IDLE);
        http.setMaxConnectionsPerDestination(rules.maxConnectionsPerHost());
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
        http.addBean(new OpenConnections());
    }

    /**
     * Starts a client.
     *
     * @param agent what requests say of the client
     */
    public static OutgoingClient start(ClientRules rules, String agent) {
        return start(rules, agent, new SslContextFactory.Client());
    }

    /** @param tls which certificates are trusted */
    static OutgoingClient start(ClientRules rules, String agent, SslContextFactory.Client tls) {
        OutgoingClient client = new OutgoingClient(rules, agent, tls);
        try {
            client.http.start();
        } catch (Exception e) {
            client.close();
            throw new IllegalStateException("the client for outgoing requests did not start", e);
        }
        // A body must not grow, nor a password be looked for.
        client.http.getContentDecoderFactories().clear();
        client.http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.http.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        return client;
    }

    /** Sends requests only while this says so; others fail as those of a closed client. */
    public OutgoingClient onlyWhile(BooleanSupplier condition) {
        allowed = condition;
        return this;
    }

    /**
     * Sends a request when its host's turn has come. What waits for the outcome runs on a thread of the client, and
     * must not block.
     */
    public CompletableFuture<Outcome> send(OutgoingRequest request) {
        Exchange exchange = new Exchange(request, new CompletableFuture<>());
        if (closed || !allowed.getAsBoolean()) {
            exchange.outcome().complete(new Outcome.Failed(Outcome.Reason.CLOSED));
        } else if (queues.add(request.url().host(), exchange)) {
            startNext();
        } else {
            exchange.outcome().complete(new Outcome.Failed(Outcome.Reason.BUSY));
        }
        return exchange.outcome();
    }

    /** Starts all that may run. Only one thread does at a time, since an exchange may end while it is started. */
    private void startNext() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            for (Exchange next = queues.take(); next != null; next = queues.take()) {
                begin(next);
            }
            seen = changes.addAndGet(-seen);
        }
    }

    private void begin(Exchange exchange) {
        BoundedResponse response =
                new BoundedResponse((int) rules.maxResponseSize(), outcome -> end(exchange, outcome));
        try {
            if (closed) {
                end(exchange, new Outcome.Failed(Outcome.Reason.CLOSED));
            } else if (queues.isDown(exchange.request().url().host())) {
                end(exchange, new Outcome.Failed(Outcome.Reason.HOST_DOWN));
            } else {
                request(exchange.request()).send(response);
            }
        } catch (RuntimeException e) {
            LOG.debug(
                    "a request to {} could not be sent",
                    exchange.request().url().host(),
                    e);
            end(exchange, BoundedResponse.failed(e));
        }
    }

    private void end(Exchange exchange, Outcome found) {
        // What fails because the client is closed says nothing of the host.
        Outcome outcome = closed && found instanceof Outcome.Failed ? new Outcome.Failed(Outcome.Reason.CLOSED) : found;
        if (exchange.outcome().complete(outcome)) {
            queues.ended(exchange.request().url().host(), isAnswered(outcome));
            startNext();
        }
    }

    /** Whether a host answered; null if it was not asked. */
    private static @Nullable Boolean isAnswered(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return UNTRIED.contains(failed.reason()) ? null : Boolean.FALSE;
        }
        return Boolean.TRUE;
    }

    private Request request(OutgoingRequest request) {
        long time = rules.exchangeTime().toMillis();
        Request made = http.newRequest(request.url().uri())
                .method(request.method())
                .idleTimeout(time, TimeUnit.MILLISECONDS)
                .timeout(time, TimeUnit.MILLISECONDS);
        made.headers(fields -> {
            request.fields().forEach(fields::put);
            if (connections.get() >= rules.maxExchanges()) {
                fields.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
            }
        });
        if (request.body().length > 0) {
            String type =
                    Optional.ofNullable(request.fields().get("Content-Type")).orElse("application/octet-stream");
            made.body(new BytesRequestContent(type, request.body()));
        }
        return made;
    }

    /** Whether so many requests to a host would be taken now; always if none waits for it. */
    public boolean hasRoom(String host, int requests) {
        return queues.hasRoom(host, requests);
    }

    /** Requests in progress or waiting; of those that wait for one host, a few count. */
    public int load() {
        return queues.load();
    }

    /** Ends all exchanges. */
    @Override
    public void close() {
        closed = true;
        startNext();
        try {
            http.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.debug("the client did not stop in order", e);
        }
        startNext();
        resolver.close();
    }

    /** Counts the open connections, of which up to half may wait for another request. */
    private final class OpenConnections implements Connection.Listener {
        @Override
        public void onOpened(Connection connection) {
            if (!(connection instanceof SslConnection)) {
                connections.incrementAndGet();
            }
        }

        @Override
        public void onClosed(Connection connection) {
            if (!(connection instanceof SslConnection)) {
                connections.decrementAndGet();
            }
        }
    }
}
