package dev.feedmill.http.query;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.pages.part.Fault;

/** Makes of a parameter that cannot be used what pages say of it. */
public final class FaultyValue {
    private static final int MAX_SHOWN = 60;

    private FaultyValue() {}

    public static Fault of(BadParameterException e) {
        return new Fault(
                e.parameter(),
                PlainText.cut(SentenceParts.plain(e.value()), MAX_SHOWN),
                String.valueOf(e.getMessage()));
    }
}
