package dev.feedmill.pages.part;

import dev.feedmill.address.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A value of a query that cannot be used.
 *
 * @param parameter null if the fault is of several together
 * @param value as it was typed, of one line
 * @param shown the value, cut where it is long
 * @param isGone whether the value names what was there once
 * @param message for programs
 */
public record Fault(@Nullable Parameter parameter, String value, String shown, boolean isGone, String message) {
    /** The fault in a sentence for people. */
    public String said(Messages words) {
        if (parameter == null) {
            return message;
        }
        if (isGone) {
            return words.get("fault.gone", shown);
        }
        return switch (parameter.type()) {
            case TEXTS -> words.get("fault." + parameter.toString().replace("not-", ""), shown);
            case TIME -> words.get("fault.time", shown);
            case WORDS -> words.get("fault.words", shown);
            case NAME -> words.get("fault.name", parameter.most());
            default -> words.get("fault.value", shown, parameter.toString());
        };
    }
}
