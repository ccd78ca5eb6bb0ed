package dev.feedmill.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet that stands in every page, so that a page needs nothing else and no address can miss it. */
public final class Style {
    static final String CSS = read();

    /** What allows it, and no other style, in a Content-Security-Policy: the digest of the element's exact text. */
    public static final String HASH = hash(CSS);

    private Style() {}

    private static String read() {
        try (InputStream in = Style.class.getResourceAsStream("style.css")) {
            if (in == null) {
                throw new IllegalStateException("style.css is part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
