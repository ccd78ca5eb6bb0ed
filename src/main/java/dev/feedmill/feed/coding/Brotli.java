package dev.feedmill.feed.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import dev.feedmill.runtime.NativeCode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Brotli format (RFC 7932), where its native library can be loaded. */
final class Brotli {
    /** Smaller than the best of gzip in about its time; the levels above take many times as long. */
    private static final Encoder.Parameters PARAMETERS = Encoder.Parameters.create(5);

    private Brotli() {}

    /** Loads the library when first asked. */
    static boolean isAvailable() {
        return Library.LOADED;
    }

    /** Only where it is available. */
    static byte[] of(byte[] bytes) {
        if (!Library.LOADED) {
            throw new IllegalStateException("Brotli's native library cannot be loaded here");
        }
        try {
            return Encoder.compress(bytes, PARAMETERS);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be compressed", e);
        }
    }

    private static final class Library {
        static final boolean LOADED = isLoaded();

        private static boolean isLoaded() {
            NativeCode.load("com.aayushatharva.brotli4j.native.workdir", Brotli4jLoader::isAvailable);
            return Brotli4jLoader.isAvailable();
        }
    }
}
