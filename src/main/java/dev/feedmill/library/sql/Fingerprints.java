package dev.feedmill.library.sql;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** The stored form of the fingerprints of a feed's entries. */
public final class Fingerprints {
    private Fingerprints() {}

    public static String packed(Set<Long> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * Long.BYTES);
        entries.stream().sorted().forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    public static Set<Long> unpacked(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        Set<Long> entries = new HashSet<>();
        while (bytes.hasRemaining()) {
            entries.add(bytes.getLong());
        }
        return entries;
    }
}
