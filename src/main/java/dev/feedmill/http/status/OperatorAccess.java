package dev.feedmill.http.status;

import dev.feedmill.article.Sha256;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.ServerRules;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what only the operator may see from others. With a token it is for whoever knows it. Without one it is told at the
 * operator's own port alone: a proxy in front of the public port may look in every way like somebody who sits at this
 * machine, so nothing that a request says can tell the two apart. Where the settings say that nobody else is served, the
 * public port is as good.
 */
public final class OperatorAccess {
    /** A proxy, or a page of another site that has its own name lead here, may stand in front of this machine. */
    private static final List<String> PROXY_FIELDS = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private static final Pattern LOCAL_HOST =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    /** The name of the connector at the operator's port. */
    public static final String CONNECTOR = "operator";

    private final byte @Nullable [] token;
    private final boolean localOnly;
    private final int port;

    /**
     * Lets nobody else see it.
     *
     * @param port the operator's own; 0 where there is none
     */
    public OperatorAccess(ServerRules.Status rules, int port) {
        this.token = rules.token().isEmpty() ? null : digest(rules.token());
        this.localOnly = rules.localOnly();
        this.port = port;
    }

    /** Null where the request may be answered, else what to say instead. */
    @Nullable
    HttpResponse refusal(HttpRequest request) {
        if (token == null) {
            return elsewhere(request);
        }
        String sent = sent(request.header("Authorization"));
        return sent != null && MessageDigest.isEqual(token, digest(sent))
                ? null
                : ProblemResponses.of(
                        401,
                        "the token of 'status.token' is needed, as the password of any user or as a bearer's",
                        Map.of("WWW-Authenticate", "Basic realm=\"Feedmill\", charset=\"UTF-8\""));
    }

    private @Nullable HttpResponse elsewhere(HttpRequest request) {
        boolean looksNear = isHere(request);
        if (looksNear && (localOnly || request.isAtOperatorPort())) {
            return null;
        }
        if (looksNear && port != 0) {
            // Of no use to anybody who does not sit here.
            return ProblemResponses.of(
                    302,
                    "the operator asks at 'status.port'",
                    Map.of("Location", "http://localhost:" + port + request.path()));
        }
        return ProblemResponses.of(
                403,
                "this is told at 'status.port' on the machine itself alone; set 'status.token' to be told elsewhere");
    }

    private static boolean isHere(HttpRequest request) {
        InetAddress remote = request.remote().get();
        String host = request.header("Host");
        return remote != null
                && remote.isLoopbackAddress()
                && host != null
                && LOCAL_HOST.matcher(host).matches()
                && PROXY_FIELDS.stream().allMatch(name -> request.header(name) == null);
    }

    /** By RFC 6750 section 2.1 or RFC 7617 section 2. */
    private static @Nullable String sent(@Nullable String authorization) {
        String[] parts =
                authorization == null ? new String[0] : authorization.strip().split(" +", 2);
        if (parts.length < 2) {
            return null;
        }
        String scheme = parts[0].toLowerCase(Locale.ROOT);
        if (scheme.equals("bearer")) {
            return parts[1];
        }
        try {
            String pair = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return scheme.equals("basic") && colon >= 0 ? pair.substring(colon + 1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Of equal length for all tokens, so that comparing takes as long for each. */
    private static byte[] digest(String text) {
        return Sha256.of(text);
    }
}
