package dev.feedmill.http;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import java.time.InstantSource;

/** The responses of a server, for callers without a network. */
public final class Answers {
    private final Backend backend;

    /** Answers from a library as a server with these rules does, after the first scan of the folder. */
    public Answers(
            ServerRules rules,
            SiteConfiguration configuration,
            Library library,
            FolderFollower follower,
            MediaFolder media,
            InstantSource clock) {
        this.backend = Backend.of(() -> rules, configuration, library, follower, media, clock, 0, new NodeGate());
    }

    /**
     * The response to a GET request without header fields, and so without a coding of its content.
     *
     * @param path percent-encoded, with a leading slash
     */
    public HttpResponse get(String path) {
        return backend.routes().answer(HttpRequest.own(backend.epoch().now()).to(path));
    }

    /** The page for all addresses at which there is nothing, which works at any of them. */
    public byte[] missingPage() {
        return backend.routes().handlers().errors().missingPage();
    }

    /**
     * A path with that of the server's base URL before it.
     *
     * @param path percent-encoded, with a leading slash
     */
    public String above(String path) {
        return backend.basePath().prepend(path);
    }
}
