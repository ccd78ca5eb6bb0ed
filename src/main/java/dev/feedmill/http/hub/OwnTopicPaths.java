package dev.feedmill.http.hub;

import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.push.hub.TopicPaths;
import dev.feedmill.web.ServerUrl;
import dev.feedmill.web.UrlParts;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of this server, found by asking it: an address is a topic if the response there names a hub, or redirects to
 * one that does. So what feeds say and what the hub takes is the same.
 */
public final class OwnTopicPaths implements TopicPaths {
    private static final int MAX_REDIRECTS = 5;

    private final UrlParts server;
    private final String prefix;
    private final BasePath basePath;
    private final Function<String, HttpResponse> responses;

    /** @param responses to GET, by path and query without that of the server */
    public OwnTopicPaths(ServerUrl server, BasePath basePath, Function<String, HttpResponse> responses) {
        this.server = Objects.requireNonNull(UrlParts.absolute(server.url("")));
        this.prefix = server.url("");
        this.basePath = basePath;
        this.responses = responses;
    }

    @Override
    public @Nullable String path(String url) {
        UrlParts at = url.matches("(?is)https?://.*") ? UrlParts.absolute(url) : null;
        for (int i = 0; i <= MAX_REDIRECTS && at != null && isHere(at); i++) {
            HttpResponse response = responses.apply(basePath.strip(at.path()) + at.query());
            if (response.status() == 503) {
                throw new BusyException();
            }
            String location = response.field("Location");
            if (response.status() != 301 || location == null) {
                return response.status() == 200 ? self(response.field("Link")) : null;
            }
            at = location.startsWith("/") ? at.resolve(location) : UrlParts.absolute(location);
        }
        return null;
    }

    private boolean isHere(UrlParts at) {
        return at.scheme().equals(server.scheme())
                && authority(at).equals(authority(server))
                && at.path().startsWith(server.path())
                && at.fragment().isEmpty();
    }

    private static String authority(UrlParts url) {
        return url.authority().replaceFirst(url.scheme().equals("https") ? ":443$" : ":80$", "");
    }

    /** The path of the address that a feed has by its {@code Link} field; null if that names no hub. */
    private @Nullable String self(@Nullable String links) {
        if (links == null || !links.contains("rel=\"hub\"")) {
            return null;
        }
        int start = links.lastIndexOf('<') + 1;
        String self = links.substring(start, links.indexOf('>', start));
        return self.startsWith(prefix) ? self.substring(prefix.length() - 1) : null;
    }
}
