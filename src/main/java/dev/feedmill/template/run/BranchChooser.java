package dev.feedmill.template.run;

import dev.feedmill.template.TagKind;
import dev.feedmill.template.TemplateCall;
import dev.feedmill.template.value.ConditionEvaluator;
import dev.feedmill.template.value.VariableScope;
import org.jspecify.annotations.Nullable;

/** Decides which branch of a choice is shown. */
public final class BranchChooser {
    private final TagNesting nesting;
    private final ConditionEvaluator conditions;

    BranchChooser(TagNesting nesting, VariableScope scope) {
        this.nesting = nesting;
        this.conditions = new ConditionEvaluator(scope);
    }

    /**
     * The tokens of one branch.
     *
     * @param sure whether its condition certainly holds
     * @param otherwise whether it has no condition
     */
    record Branch(int start, int end, boolean sure, boolean otherwise) {}

    /**
     * Returns the branch that holds; if a condition is unknown, the branch without a condition, or else the unknown
     * one.
     */
    Branch choose(int tag, int end, TagKind kind) {
        int branch = kind == TagKind.CASE ? nesting.branch(tag) : tag;
        while (branch >= 0) {
            int next = nesting.branch(branch);
            int stop = next < 0 ? end : next;
            Boolean holds = holds(tag, branch, kind);
            if (Boolean.TRUE.equals(holds)) {
                return new Branch(branch + 1, stop, true, isOtherwise(branch));
            }
            if (holds == null) {
                int last = last(branch);
                return isOtherwise(last)
                        ? new Branch(last + 1, end, false, true)
                        : new Branch(branch + 1, stop, false, false);
            }
            branch = next;
        }
        return new Branch(end, end, true, false);
    }

    private @Nullable Boolean holds(int tag, int branch, TagKind kind) {
        if (branch != tag && isOtherwise(branch)) {
            return true;
        }
        String values = nesting.call(branch).arguments();
        if (kind == TagKind.CASE) {
            return isOneOf(nesting.call(tag).arguments(), values);
        }
        Boolean holds = conditions.holds(values);
        boolean not = branch == tag && kind == TagKind.UNLESS;
        return (holds == null || !not) ? holds : Boolean.valueOf(!holds);
    }

    private @Nullable Boolean isOneOf(String value, String list) {
        boolean known = true;
        for (String one : list.replace(" or ", ",").split(",", -1)) {
            Boolean same = conditions.same(value, one);
            if (Boolean.TRUE.equals(same)) {
                return true;
            }
            known &= same != null;
        }
        return known ? Boolean.FALSE : null;
    }

    private boolean isOtherwise(int branch) {
        TemplateCall call = nesting.call(branch);
        return call.name().equals("else") || call.name().equals("default");
    }

    private int last(int branch) {
        int last = branch;
        while (nesting.branch(last) >= 0) {
            last = nesting.branch(last);
        }
        return last;
    }
}
