package dev.feedmill.html.allowed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The candidates of a {@code srcset} that are pictures on the web (HTML, "parse a srcset attribute"). */
public record Srcset(List<Candidate> candidates) {
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?[wx])(?:\\s+\\d+h)?");

    /**
     * One candidate.
     *
     * @param descriptor as {@code 2x} or {@code 640w}, or empty
     */
    record Candidate(String url, String descriptor) {
        private double size() {
            return descriptor.isEmpty() ? 1 : Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
        }

        @Override
        public String toString() {
            return descriptor.isEmpty() ? url : url + " " + descriptor;
        }
    }

    /**
     * Parses a {@code srcset}. URLs may contain commas, so a comma ends a candidate only after a space or at the end of
     * its URL.
     */
    public static Srcset parse(String written, BaseUrl base) {
        List<Candidate> candidates = new ArrayList<>();
        int i = 0;
        for (int tried = 0; i < written.length() && tried < base.limits().maxCandidates(); tried++) {
            while (i < written.length() && (isBlank(written.charAt(i)) || written.charAt(i) == ',')) {
                i++;
            }
            int start = i;
            while (i < written.length() && !isBlank(written.charAt(i))) {
                i++;
            }
            int end = i;
            while (end > start && written.charAt(end - 1) == ',') {
                end--;
            }
            String descriptor = "";
            if (end == i) {
                int comma = endOfDescriptors(written, i);
                descriptor = written.substring(i, comma).strip();
                i = comma;
            }
            add(candidates, written.substring(start, end), descriptor, base);
        }
        return new Srcset(candidates);
    }

    /** Returns the candidate with the most pixels, for pictures without {@code src}. */
    @Nullable
    public String largest() {
        Candidate largest = null;
        for (Candidate candidate : candidates) {
            largest = largest == null || candidate.size() > largest.size() ? candidate : largest;
        }
        return largest == null ? null : largest.url();
    }

    private static void add(List<Candidate> candidates, String written, String descriptor, BaseUrl base) {
        Matcher matcher = DESCRIPTOR.matcher(descriptor);
        boolean described = matcher.matches();
        String url = described || descriptor.isEmpty() ? base.media(written) : null;
        if (url != null) {
            // A comma at the end would be read as the end of the candidate.
            String safe = url.endsWith(",") ? url.substring(0, url.length() - 1) + "%2C" : url;
            candidates.add(new Candidate(safe, described ? matcher.group(1) : ""));
        }
    }

    private static int endOfDescriptors(String written, int from) {
        boolean inside = false;
        for (int i = from; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == ',' && !inside) {
                return i;
            }
            inside = c == '(' || (inside && c != ')');
        }
        return written.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    @Override
    public String toString() {
        return candidates.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }
}
