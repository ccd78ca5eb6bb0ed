package dev.feedmill.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The candidates of a {@code srcset} attribute (HTML Living Standard, "parsing a srcset attribute"). */
final class Srcset {
    private static final Pattern DESCRIPTOR = Pattern.compile("\\d{1,5}w|\\d{1,4}(\\.\\d{1,4})?x|\\d{1,5}h");

    private Srcset() {}

    /** Every candidate with its URL made absolute; those without a usable URL or descriptor are dropped. */
    static String absolute(String base, String written) {
        List<String> candidates = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (isBlank(c) || c == ',') {
                at++;
                continue;
            }
            int end = at;
            while (end < written.length() && !isBlank(written.charAt(end))) {
                end++;
            }
            String url = written.substring(at, end);
            String descriptor = "";
            if (url.endsWith(",")) {
                url = url.replaceAll(",+$", "");
            } else {
                int comma = endOfDescriptors(written, end);
                descriptor = written.substring(end, comma).strip();
                end = comma;
            }
            add(candidates, base, url, descriptor);
            at = end;
        }
        return String.join(", ", candidates);
    }

    private static void add(List<String> candidates, String base, String url, String descriptor) {
        String absolute = WebUrl.absolute(base, url);
        if (absolute == null
                || !(descriptor.isEmpty() || DESCRIPTOR.matcher(descriptor).matches())) {
            return;
        }
        String safe = absolute.replace(",", "%2C");
        candidates.add(descriptor.isEmpty() ? safe : safe + " " + descriptor);
    }

    private static int endOfDescriptors(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }
}
