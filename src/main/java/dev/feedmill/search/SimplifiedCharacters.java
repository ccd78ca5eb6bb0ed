package dev.feedmill.search;

import com.github.houbb.opencc4j.support.datamap.impl.DataMaps;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Maps each traditional character to one simplified character, and any other to itself. */
public final class SimplifiedCharacters {
    private static final char[] BASIC = new char[Character.MAX_VALUE + 1];
    private static final char ELSEWHERE = 0;
    private static final Map<Integer, Integer> OTHERS = new HashMap<>();

    static {
        for (int c = 0; c < BASIC.length; c++) {
            BASIC[c] = (char) c;
        }
        DataMaps.defaults().tsChar().forEach(SimplifiedCharacters::add);
    }

    private SimplifiedCharacters() {}

    /** Returns the first character in the dictionary, regardless of context. */
    public static int of(int codePoint) {
        int basic = codePoint < BASIC.length ? BASIC[codePoint] : ELSEWHERE;
        return basic == ELSEWHERE ? OTHERS.getOrDefault(codePoint, codePoint) : basic;
    }

    /** Returns a fingerprint that differs if any mapping differs. */
    public static String fingerprint() {
        return Integer.toHexString(31 * Arrays.hashCode(BASIC) + OTHERS.hashCode());
    }

    private static void add(String traditional, List<String> simplified) {
        int from = traditional.codePointAt(0);
        int to = simplified.get(0).codePointAt(0);
        if (from < BASIC.length && to < BASIC.length) {
            BASIC[from] = (char) to;
        } else {
            OTHERS.put(from, to);
            if (from < BASIC.length) {
                BASIC[from] = ELSEWHERE;
            }
        }
    }
}
