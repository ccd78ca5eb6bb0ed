package dev.feedmill.pages.part;

import dev.feedmill.address.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A value of a query that cannot be used.
 *
 * @param parameter null if the fault is of several together
 * @param value as it was typed, of one line
 * @param message for programs
 */
public record Fault(@Nullable Parameter parameter, String value, String message) {
    /** The fault in a sentence for people. */
    public String said(Messages words) {
        if (parameter == null) {
            return message;
        }
        return switch (parameter.type()) {
            case TEXTS -> words.get("fault." + parameter.toString().replace("not-", ""), value);
            case TIME -> words.get("fault.time", value);
            case WORDS -> words.get("fault.words", value);
            case NAME -> words.get("fault.name", parameter.most());
            default -> words.get("fault.value", value, parameter.toString());
        };
    }
}
