package dev.feedmill.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what only the operator may see from others. Without a token that is whoever sits at this machine; with one, whoever
 * knows it, since a proxy on this machine looks like somebody who sits there.
 */
final class OperatorOnly {
    /** A proxy, or a page of another site that has its own name lead here, may stand in front of this machine. */
    private static final List<String> PROXY_FIELDS = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private static final Pattern LOCAL_HOST =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final byte @Nullable [] token;

    /** @param token empty for none */
    OperatorOnly(String token) {
        this.token = token.isEmpty() ? null : digest(token);
    }

    /** Null where the request may be answered, else what to say instead. */
    @Nullable
    Answer refusal(Request request) {
        if (token == null) {
            return isHere(request)
                    ? null
                    : ProblemAnswers.of(
                            403, "only this machine itself is told; set 'status.token' to be told elsewhere");
        }
        String sent = sent(request.header("Authorization"));
        return sent != null && MessageDigest.isEqual(token, digest(sent))
                ? null
                : ProblemAnswers.of(
                        401,
                        "the token of 'status.token' is needed, as the password of any user or as a bearer's",
                        Map.of("WWW-Authenticate", "Basic realm=\"Feedmill\", charset=\"UTF-8\""));
    }

    private static boolean isHere(Request request) {
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
