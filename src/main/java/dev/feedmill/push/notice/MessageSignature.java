package dev.feedmill.push.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a message as Standard Webhooks 1.0 has it, for which libraries of most languages exist. */
final class MessageSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private MessageSignature() {}

    /** Whether it is a secret: the prefix, then the base64 of as many bytes as the specification asks for. */
    static boolean isSecret(String word) {
        if (!word.startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = bytes(word).length;
            return length >= MIN_BYTES && length <= MAX_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /**
     * The value of the field {@code webhook-signature}: one signature for each secret.
     *
     * @param time of the attempt, seconds since the epoch
     */
    static String of(List<String> secrets, String id, long time, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + sign(secret, id, time, body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String id, long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(secret), ALGORITHM));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
