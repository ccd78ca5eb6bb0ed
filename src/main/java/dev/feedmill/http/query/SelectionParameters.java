package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import java.util.List;
import java.util.Set;

/** The sets of query parameters that select articles, in the order of {@link Parameter}. */
public final class SelectionParameters {
    /** All parameters of a feed or page. */
    public static final Set<Parameter> FEED = Parameter.of(Parameter.Use.WHICH, Parameter.Use.HOW);

    /** All parameters of {@code /latest}. */
    public static final Set<Parameter> LATEST =
            Parameter.of(Parameter.Use.WHICH, Parameter.Use.HOW, Parameter.Use.LATEST);

    /** The parameters that do not select articles. */
    public static final Set<Parameter> SHAPE = Parameter.of(Parameter.Use.HOW);

    /** The parameters with patterns, and with rules for them. */
    static final List<Parameter> PATTERNS = FEED.stream()
            .filter(parameter -> parameter.type() == Parameter.Type.PATTERN)
            .toList();

    private SelectionParameters() {}
}
