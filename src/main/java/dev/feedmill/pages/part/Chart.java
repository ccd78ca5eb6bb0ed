package dev.feedmill.pages.part;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar chart of one series, scaled to its highest value.
 *
 * @param label the values as text, for screen readers
 */
public record Chart(String label, int width, int height, List<Bar> bars) {
    private static final int STEP = 4;
    private static final int HEIGHT = 40;

    /** A bar in drawing units, from the top left corner. */
    public record Bar(int x, int y, int height) {}

    /** A chart of values for equal time spans, the last one at the right. */
    public static Chart of(String label, List<Long> values, int max) {
        long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        int first = max - values.size();
        for (int i = 0; i < values.size(); i++) {
            long value = values.get(i);
            if (value > 0) {
                int height = (int) Math.max(1, Math.round((double) value * HEIGHT / highest));
                bars.add(new Bar((first + i) * STEP, HEIGHT - height, height));
            }
        }
        return new Chart(label, max * STEP, HEIGHT, bars);
    }
}
