package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.dialect.Sites;
import dev.feedmill.feed.item.Site;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.wire.FastPath;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.runtime.SocketPort;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One library behind two servers: one answers what lies ready by the fast path, the other all by its routes. */
public final class TwoWays implements AutoCloseable {
    /** At which both begin, since what was not there before is as old as the server. */
    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);

    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final Library library;
    private final FolderFollower follower;
    private final MediaFolder media;
    private final ServerSocketChannel fastSocket;
    private final ServerSocketChannel routesSocket;
    private final WebServer fastPath;
    private final WebServer routes;

    public TwoWays(Path folder) throws IOException, InterruptedException {
        library = Library.open(folder.resolve("data").toString(), Clock.systemUTC());
        media = new MediaFolder(folder.resolve("articles"), 1 << 26);
        ArticleReader reader = new ArticleReader(
                new ReadingRules(ZoneOffset.UTC, CategoryStyle.PATHS, List.of(), 5 << 20, 1 << 16, 300, null),
                Sites.NONE,
                new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), BodyLimits.defaults())),
                media);
        follower = new FolderFollower(
                folder.resolve("articles"), reader, library, FollowRules.defaults(), Clock.systemUTC());
        follower.start();
        Await.until("the first scan", () -> follower.awaitFirstScan(Duration.ofSeconds(10)));
        fastSocket = bind();
        routesSocket = bind();
        fastPath = server(fastSocket, true);
        routes = server(routesSocket, false);
    }

    private static ServerSocketChannel bind() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private WebServer server(ServerSocketChannel socket, boolean fastPath) {
        ServerRules rules = Rules.of(Map.of(
                "server.cache-size", "16MiB",
                "caches.tag-field", "Cache-Tag",
                "server.unconditional-gets", "0",
                "server.stop-timeout", "1s",
                "server.idle-timeout", "5s",
                "limits.head-time", "5s",
                "limits.send-time", "5s",
                "limits.concurrent-answers", "2"));
        Site site = new Site(
                new Site.Addresses(new ServerUrl("http://feeds.test"), "http://feeds.test/", null),
                new Site.Texts("Title", "Description", "en", null, "by {0}"),
                Duration.ofHours(1),
                "1");
        WebServer server = new WebServer(
                List.of(socket),
                null,
                rules,
                new SiteConfiguration(site, ZoneOffset.UTC, List.of(), true),
                library,
                follower,
                media,
                clock,
                fastPath);
        server.start();
        return server;
    }

    public FastPath ready() {
        return fastPath.ready();
    }

    int fastPort() {
        return SocketPort.of(fastSocket);
    }

    /** Sends pieces of requests, each for itself, to the server with the fast path; returns all answers. */
    public String byFastPath(String... pieces) throws IOException {
        return answer(fastSocket, List.of(pieces));
    }

    public String byRoutes(String... pieces) throws IOException {
        return answer(routesSocket, List.of(pieces));
    }

    /** The first answer to a request with content. */
    public String firstByFastPath(String request) throws IOException {
        return undated(Conversation.first(SocketPort.of(fastSocket), request));
    }

    public String firstByRoutes(String request) throws IOException {
        return undated(Conversation.first(SocketPort.of(routesSocket), request));
    }

    /** Asks both all requests at once; returns the answers, which must be the same. */
    public List<String> compare(List<String> requests) throws Exception {
        List<Future<String>> shortly = new ArrayList<>();
        List<Future<String>> atLength = new ArrayList<>();
        for (String request : requests) {
            shortly.add(askers.submit(() -> byFastPath(request)));
            atLength.add(askers.submit(() -> byRoutes(request)));
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            answers.add(shortly.get(i).get());
            assertThat(answers.get(i))
                    .as("the answer to %s", requests.get(i))
                    .startsWith("HTTP/1.1 ")
                    .isEqualTo(atLength.get(i).get());
        }
        return answers;
    }

    /** All that comes back, without the time of day. */
    private static String answer(ServerSocketChannel server, List<String> pieces) throws IOException {
        return undated(Conversation.of(SocketPort.of(server), pieces));
    }

    private static String undated(String answers) {
        return answers.replaceAll("Date: [^\r]*\r\n", "");
    }

    @Override
    public void close() {
        askers.shutdownNow();
        fastPath.close();
        routes.close();
        follower.close();
        library.close();
    }
}
