package dev.feedmill.library.identity;

import java.util.HashSet;
import java.util.Set;

/** Compares two texts: they are nearly the same if most pieces of each occur anywhere in the other. */
final class NearText {
    /** Length of a piece in characters: about two English words, or a Chinese phrase. */
    private static final int PIECE = 8;
    /** Of longer texts, only a sample of pieces is compared, the same in both. */
    private static final int LONG = 65_536;

    private NearText() {}

    static boolean near(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int sample = Math.max(1, Math.max(one.length(), other.length()) / LONG);
        Set<Integer> pieces = pieces(one, sample);
        Set<Integer> others = pieces(other, sample);
        long shared = pieces.stream().filter(others::contains).count();
        return shared * 2 > pieces.size() + others.size() - shared;
    }

    private static Set<Integer> pieces(String text, int sample) {
        Set<Integer> pieces = new HashSet<>();
        for (int at = 0; at + PIECE <= text.length(); at++) {
            int hash = 0;
            for (int i = at; i < at + PIECE; i++) {
                hash = hash * 31 + text.charAt(i);
            }
            int spread = hash * 0x9E3779B9;
            if (Integer.remainderUnsigned(spread, sample) == 0) {
                pieces.add(hash);
            }
        }
        return pieces;
    }
}
