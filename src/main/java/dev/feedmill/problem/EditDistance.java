package dev.feedmill.problem;

/**
 * How far a written text is from a known one: the least cost of changes that make one of the other (optimal string
 * alignment).
 *
 * @param missing cost of a character that is not written
 * @param extra cost of a character that is not known
 * @param other cost of a character in place of another
 * @param swapped cost of two characters in the other order
 */
public record EditDistance(int missing, int extra, int other, int swapped) {
    /** The distance; takes time in proportion to the product of the lengths. */
    public int between(String written, String known) {
        int[][] cost = new int[written.length() + 1][known.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= known.length(); j++) {
                cost[i][j] = step(written, known, i, j, cost);
            }
        }
        return cost[written.length()][known.length()];
    }

    private int step(String written, String known, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) {
            return extra * i + missing * j;
        }
        boolean same = written.charAt(i - 1) == known.charAt(j - 1);
        int min = cost[i - 1][j - 1] + (same ? 0 : other);
        min = Math.min(min, Math.min(cost[i - 1][j] + extra, cost[i][j - 1] + missing));
        boolean areSwapped = i > 1
                && j > 1
                && written.charAt(i - 1) == known.charAt(j - 2)
                && written.charAt(i - 2) == known.charAt(j - 1);
        return areSwapped ? Math.min(min, cost[i - 2][j - 2] + swapped) : min;
    }
}
