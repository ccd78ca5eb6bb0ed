package dev.feedmill.selection;

import dev.feedmill.address.Parameter;
import dev.feedmill.selection.Selection.Order;

/** A limit on a time of articles, by the parameter that sets it. */
public enum TimeCondition {
    /** Published or updated no earlier. */
    SINCE(Parameter.SINCE, Order.UPDATED, false),
    /** Published earlier. */
    UNTIL(Parameter.UNTIL, Order.PUBLISHED, true),
    /** Published no earlier. */
    FROM(Parameter.FILTER_TIME, Order.PUBLISHED, false);

    private final Parameter parameter;
    private final Order order;
    private final boolean isUpper;

    TimeCondition(Parameter parameter, Order order, boolean isUpper) {
        this.parameter = parameter;
        this.order = order;
        this.isUpper = isUpper;
    }

    /** The parameter that sets it. */
    public Parameter parameter() {
        return parameter;
    }

    /** The time that it limits. */
    public Order order() {
        return order;
    }

    /** Whether articles must be before it; otherwise they must not be. */
    public boolean isUpper() {
        return isUpper;
    }
}
