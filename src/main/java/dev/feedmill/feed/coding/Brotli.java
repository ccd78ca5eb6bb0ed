package dev.feedmill.feed.coding;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import dev.feedmill.runtime.NativeCode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The Brotli coding (RFC 7932), on machines for which its native library exists. */
final class Brotli {
    /** Compresses better than the best level of gzip in about the same time; higher levels take many times as long. */
    private static final Encoder.Parameters PARAMETERS = Encoder.Parameters.create(5);

    private Brotli() {}

    /** Whether the library could be loaded; loads it on first use. */
    static boolean isAvailable() {
        return Library.LOADED;
    }

    /** Compresses bytes; only if {@link #isAvailable}. */
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
