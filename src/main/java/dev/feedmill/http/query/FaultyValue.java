package dev.feedmill.http.query;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.pages.part.Fault;

/** Makes of a parameter that cannot be used what pages say of it. */
public final class FaultyValue {
    private static final int MAX_SHOWN = 60;
    private static final int GONE = 410;

    private FaultyValue() {}

    public static Fault of(BadParameterException e) {
        String value = SentenceParts.plain(e.value());
        return new Fault(
                e.parameter(),
                value,
                PlainText.cut(value, MAX_SHOWN),
                e.status() == GONE,
                String.valueOf(e.getMessage()));
    }
}
