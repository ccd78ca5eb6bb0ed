package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The sets of query parameters that select articles, in the order of {@link Parameter}. */
public final class SelectionParameters {
    /** All parameters of a feed or page. */
    public static final Set<Parameter> FEED = of(Parameter.Use.WHICH, Parameter.Use.HOW);

    /** All parameters of {@code /latest}. */
    public static final Set<Parameter> LATEST = of(Parameter.Use.WHICH, Parameter.Use.HOW, Parameter.Use.LATEST);

    /** The parameters that do not select articles. */
    public static final Set<Parameter> SHAPE = of(Parameter.Use.HOW);

    /** The parameters with patterns, and with rules for them. */
    static final Set<Parameter> PATTERNS = of(parameter -> parameter.type() == Parameter.Type.PATTERN);

    private SelectionParameters() {}

    private static Set<Parameter> of(Parameter.Use... uses) {
        return of(parameter -> List.of(uses).contains(parameter.use()));
    }

    private static Set<Parameter> of(Predicate<Parameter> condition) {
        EnumSet<Parameter> some = EnumSet.allOf(Parameter.class);
        some.removeIf(condition.negate());
        return Collections.unmodifiableSet(some);
    }
}
