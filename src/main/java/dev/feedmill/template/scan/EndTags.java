package dev.feedmill.template.scan;

import dev.feedmill.template.TemplateCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offsets of the end tags of a text, by name of the ended tag. */
public final class EndTags {
    private static final int MAX_TAG_LENGTH = 200;

    private final String text;
    private final Map<String, List<End>> ends = new HashMap<>();

    /**
     * One end tag.
     *
     * @param start of its braces
     * @param end offset after them
     */
    public record End(int start, int end) {}

    public EndTags(String text) {
        this.text = text;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            int inside = inside(at);
            if (inside > 0) {
                add(at, inside);
            }
        }
    }

    /** Returns the first end tag of a name at or after an offset; null for none. */
    @Nullable
    public End next(String name, int from) {
        List<End> all = ends.getOrDefault(name, List.of());
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < all.size() ? all.get(low) : null;
    }

    /** Returns the offset after the braces of a tag, or -1. */
    private int inside(int at) {
        if (text.startsWith("%", at + 1)) {
            return at + 2;
        }
        return text.startsWith("{<", at + 1) || text.startsWith("{%", at + 1) ? at + 3 : -1;
    }

    private void add(int start, int inside) {
        int at = inside;
        while (at < text.length()
                && at < inside + MAX_TAG_LENGTH
                && (isBlank(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String close = text.charAt(start + 1) == '%' ? "%}" : text.charAt(start + 2) + "}}";
        close = close.startsWith("<") ? ">}}" : close;
        boolean ends = text.startsWith("end", at) || text.startsWith("/", at);
        String near = ends ? text.substring(at, Math.min(text.length(), at + MAX_TAG_LENGTH)) : "";
        int length = near.indexOf(close);
        int end = at + length;
        if (length >= 0) {
            TemplateCall call = TemplateCall.of(trimmed(text.substring(at, end)));
            if (call.isEnd()) {
                this.ends
                        .computeIfAbsent(call.ended().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(new End(start, end + close.length()));
            }
        }
    }

    private static String trimmed(String inner) {
        return inner.endsWith("-") ? inner.substring(0, inner.length() - 1) : inner;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }
}
