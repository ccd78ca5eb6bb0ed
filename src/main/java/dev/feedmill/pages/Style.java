package dev.feedmill.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The style sheet of all pages. */
public final class Style {
    private Style() {}

    /** As UTF-8. */
    public static byte[] css() {
        try (InputStream in = Style.class.getResourceAsStream("style.css")) {
            if (in == null) {
                throw new IllegalStateException("style.css is part of the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
