package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a text whose braces Vue leaves unchanged: elements and containers with {@code v-pre}. */
final class PlainRegions {
    private static final Pattern OPEN = Pattern.compile(
            "<([A-Za-z][\\w-]*)(?:\\s[^<>]*)?\\sv-pre(?=[\\s>])[^<>]*>|^[ \\t]*(:{3,})[ \\t]*v-pre[ \\t]*$",
            Pattern.MULTILINE);

    private final TreeMap<Integer, Integer> regions = new TreeMap<>();

    PlainRegions(String text) {
        if (!text.contains("v-pre")) {
            return;
        }
        ForwardFinder finder = new ForwardFinder(text);
        Matcher open = OPEN.matcher(text);
        for (int at = 0; open.find(at); ) {
            int end = open.group(1) == null
                    ? finder.find("\n" + open.group(2), open.end())
                    : finder.findEndTag(open.group(1), open.end());
            if (end >= 0) {
                regions.put(open.start(), end);
            }
            at = Math.max(open.end(), end);
        }
    }

    boolean contain(int offset) {
        Map.Entry<Integer, Integer> region = regions.floorEntry(offset);
        return region != null && offset < region.getValue();
    }
}
