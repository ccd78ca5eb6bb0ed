package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sets of query parameters that select articles, in the order of {@link Parameter}. */
public final class SelectionParameters {
    private static final Set<Parameter> ORDERED =
            Set.of(Parameter.SORT, Parameter.LIMIT, Parameter.CURSOR, Parameter.NEXT);

    /** All parameters of a feed or page. */
    public static final Set<Parameter> FEED =
            Parameter.of(Parameter.Use.WHICH, Parameter.Use.FILTER, Parameter.Use.HOW, Parameter.Use.FEED);

    /** All parameters of a named selection in the operator's settings. */
    static final Set<Parameter> NAMED = Parameter.of(Parameter.Use.WHICH, Parameter.Use.FILTER, Parameter.Use.HOW);

    /** All parameters of {@code /latest}. */
    public static final Set<Parameter> LATEST =
            Parameter.of(Parameter.Use.WHICH, Parameter.Use.FILTER, Parameter.Use.HOW, Parameter.Use.LATEST);

    /** All parameters of {@code /events}: as those of {@code /latest}, but for the order, and places in it. */
    public static final Set<Parameter> EVENTS = Parameter.of(
                    Parameter.Use.WHICH,
                    Parameter.Use.FILTER,
                    Parameter.Use.HOW,
                    Parameter.Use.LATEST,
                    Parameter.Use.EVENTS)
            .stream()
            .filter(parameter -> !ORDERED.contains(parameter))
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

    /** All parameters of which one makes another document of the same path. */
    public static final Set<Parameter> ALL = Parameter.of(
            Parameter.Use.WHICH, Parameter.Use.FILTER, Parameter.Use.HOW, Parameter.Use.FEED, Parameter.Use.LATEST);

    /** The parameters that do not select articles. */
    public static final Set<Parameter> SHAPE = Parameter.of(Parameter.Use.HOW, Parameter.Use.FEED);

    /** The parameters of how articles are shown. */
    static final Set<Parameter> MANNERS = Parameter.of(Parameter.Use.HOW);

    /** The parameters with a fixed choice or a number that the library itself evaluates. */
    static final Set<Parameter> VALUES = Parameter.of(Parameter.Use.WHICH).stream()
            .filter(parameter -> parameter.type() == Parameter.Type.TEXT || parameter.type() == Parameter.Type.NUMBER)
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

    /** The parameters that are checked on each entry, after the library. */
    static final Set<Parameter> FILTERS = Parameter.of(Parameter.Use.FILTER);

    private SelectionParameters() {}
}
