package dev.feedmill.library.write;

import dev.feedmill.library.sql.NameFolding;
import org.jdbi.v3.core.Handle;

/** Allocator of the path segments of terms, unique among their siblings. */
final class TermSegmentAllocator {
    private TermSegmentAllocator() {}

    /**
     * The wanted segment, with a number if another term has it.
     *
     * @param own number of the term that wants it; its current segment counts as free
     */
    static String free(Handle handle, String kind, long parent, String wanted, long own) {
        String segment = wanted;
        for (int i = 2; taken(handle, kind, parent, segment, own); i++) {
            segment = wanted + "-" + i;
        }
        return segment;
    }

    private static boolean taken(Handle handle, String kind, long parent, String segment, long own) {
        return handle.select(
                        "SELECT 1 FROM term WHERE kind = ? AND parent = ? AND segment_folded = ? AND number <> ?",
                        kind,
                        parent,
                        NameFolding.fold(segment),
                        own)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
