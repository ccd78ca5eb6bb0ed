package dev.feedmill.library.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Splits a set into chunks small enough for one {@code IN (…)}. */
public final class Chunks {
    private static final int SIZE = 1_000;

    private Chunks() {}

    public static <T> List<List<T>> of(Collection<T> items) {
        List<T> all = List.copyOf(new LinkedHashSet<>(items));
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return chunks;
    }
}
