package dev.feedmill.pages.part;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of one series, each as high as its share of the highest.
 *
 * @param label what the figures say, for those who do not see them
 */
public record Chart(String label, int width, int height, List<Bar> bars) {
    private static final int STEP = 4;
    private static final int HEIGHT = 40;

    /** In the units of the drawing, from its top left corner. */
    public record Bar(int x, int y, int height) {}

    /** Values of equal spans of time, the last at the right end. */
    public static Chart of(String label, List<Long> values, int most) {
        long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        int first = most - values.size();
        for (int i = 0; i < values.size(); i++) {
            long value = values.get(i);
            if (value > 0) {
                int height = (int) Math.max(1, Math.round((double) value * HEIGHT / highest));
                bars.add(new Bar((first + i) * STEP, HEIGHT - height, height));
            }
        }
        return new Chart(label, most * STEP, HEIGHT, bars);
    }
}
