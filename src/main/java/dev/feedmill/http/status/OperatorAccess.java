package dev.feedmill.http.status;

import dev.feedmill.article.Sha256;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Restricts the status pages to the operator. With a token, access needs the token. Without one, it needs the
 * operator's own port: a request through a proxy in front of the public port may look exactly like one from this
 * machine. If the settings say that the server is local only, the public port is allowed too.
 */
public final class OperatorAccess {
    /**
     * Fields that reveal a proxy in front of this machine. Together with the {@code Host} check, which catches other
     * sites whose name resolves here, they show that a request is not local.
     */
    private static final Set<RequestHeader> PROXY_FIELDS = EnumSet.of(
            RequestHeader.FORWARDED, RequestHeader.X_FORWARDED_FOR, RequestHeader.X_REAL_IP, RequestHeader.VIA);

    private static final Pattern LOCAL_HOST =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    /** The name of the connector at the operator's port. */
    public static final String CONNECTOR = "operator";

    private final byte @Nullable [] token;
    private final boolean localOnly;
    private final int port;

    /**
     * Creates the rules.
     *
     * @param port the operator's port; 0 for none
     */
    public OperatorAccess(ServerRules.Status rules, int port) {
        this.token = rules.token().isEmpty() ? null : digest(rules.token());
        this.localOnly = rules.localOnly();
        this.port = port;
    }

    /** The response that refuses access; null if access is granted. */
    @Nullable
    HttpResponse refusal(HttpRequest request) {
        if (token == null) {
            return withoutToken(request);
        }
        String sent = sent(request.header(RequestHeader.AUTHORIZATION));
        return sent != null && MessageDigest.isEqual(token, digest(sent))
                ? null
                : ProblemResponses.of(
                        401,
                        "the token of 'status.token' is needed, as the password of any user or as a bearer's",
                        Map.of("WWW-Authenticate", "Basic realm=\"Feedmill\", charset=\"UTF-8\""));
    }

    private @Nullable HttpResponse withoutToken(HttpRequest request) {
        boolean looksNear = isLocal(request);
        if (looksNear && (localOnly || request.isAtOperatorPort())) {
            return null;
        }
        if (looksNear && port != 0) {
            // The redirect helps only a client on this machine.
            return ProblemResponses.of(
                    302,
                    "the status pages are at 'status.port'",
                    Map.of("Location", "http://localhost:" + port + request.path()));
        }
        return ProblemResponses.of(
                403,
                "the status is shown at 'status.port' on the machine itself alone; set 'status.token' to see it elsewhere");
    }

    private static boolean isLocal(HttpRequest request) {
        InetAddress remote = request.remote().get();
        String host = request.header(RequestHeader.HOST);
        return remote != null
                && remote.isLoopbackAddress()
                && host != null
                && LOCAL_HOST.matcher(host).matches()
                && PROXY_FIELDS.stream().allMatch(name -> request.header(name) == null);
    }

    /** The token in an {@code Authorization} field (RFC 6750 section 2.1 or RFC 7617 section 2). */
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

    /** A digest, of equal length for all tokens, so that the time of comparing reveals nothing. */
    private static byte[] digest(String text) {
        return Sha256.of(text);
    }
}
