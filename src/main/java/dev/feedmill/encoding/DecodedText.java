package dev.feedmill.encoding;

import dev.feedmill.problem.Problem.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decoded text of a file.
 *
 * @param text with {@code \n} line ends and without characters that XML forbids; null if the bytes are no text
 * @param faults what was repaired, or why there is no text
 */
public record DecodedText(@Nullable String text, List<Fault> faults) {
    /**
     * A fault.
     *
     * @param line 0 for the whole file
     */
    public record Fault(int line, Kind kind, String message) {}

    public DecodedText {
        faults = List.copyOf(faults);
    }
}
