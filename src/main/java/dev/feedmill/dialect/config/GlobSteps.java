package dev.feedmill.dialect.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The steps of a glob, all ways through them followed at once: the time grows with the path and the glob alone, where a
 * regular expression of the JDK may go back again and again.
 */
final class GlobSteps {
    /** One character of a name. */
    private static final int NAME = -1;

    private static final int ANY = -2;
    private static final int EITHER = -3;
    private static final int JUMP = -4;

    private final List<Step> steps = new ArrayList<>();

    /**
     * What a path must have next.
     *
     * @param what a character or one of the numbers above
     * @param target the step to go to, or to go to as well
     */
    private record Step(int what, int target) {}

    /** A choice that is still open. */
    private static final class Choice {
        private int begin;
        private final List<Integer> ends = new ArrayList<>();
    }

    private GlobSteps() {}

    /** A brace that has no other one stands for itself. */
    static GlobSteps of(String glob) {
        GlobSteps made = new GlobSteps();
        boolean[] paired = paired(glob);
        Deque<Choice> open = new ArrayDeque<>();
        for (int i = 0; i < glob.length(); i++) {
            int c = glob.codePointAt(i);
            if (glob.startsWith("**/", i)) {
                int start = made.add(EITHER, 0);
                made.repeat(ANY);
                made.add('/', 0);
                made.steps.set(start, new Step(EITHER, made.steps.size()));
                i += 2;
            } else if (glob.startsWith("**", i)) {
                made.repeat(ANY);
                i++;
            } else if (c == '*') {
                made.repeat(NAME);
            } else if (c == '?') {
                made.add(NAME, 0);
            } else if (c == '{' && paired[i]) {
                Choice choice = new Choice();
                choice.begin = made.add(EITHER, 0);
                open.push(choice);
            } else if (c == ',' && !open.isEmpty()) {
                made.otherwise(open.element());
            } else if (c == '}' && paired[i]) {
                made.close(open.pop());
            } else {
                made.add(c, 0);
                i += Character.charCount(c) - 1;
            }
        }
        return made;
    }

    /** Which braces of a text belong to another one. */
    private static boolean[] paired(String glob) {
        boolean[] paired = new boolean[glob.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.charAt(i) == '{') {
                open.push(i);
            } else if (glob.charAt(i) == '}' && !open.isEmpty()) {
                paired[open.pop()] = true;
                paired[i] = true;
            }
        }
        return paired;
    }

    private int add(int what, int target) {
        steps.add(new Step(what, target));
        return steps.size() - 1;
    }

    private void repeat(int what) {
        int start = add(EITHER, steps.size() + 3);
        add(what, 0);
        add(JUMP, start);
    }

    private void otherwise(Choice choice) {
        choice.ends.add(add(JUMP, 0));
        steps.set(choice.begin, new Step(EITHER, steps.size()));
        choice.begin = add(EITHER, 0);
    }

    private void close(Choice choice) {
        // The last one has no other.
        steps.set(choice.begin, new Step(JUMP, choice.begin + 1));
        choice.ends.forEach(end -> steps.set(end, new Step(JUMP, steps.size())));
    }

    boolean matches(String path) {
        int[] seen = new int[steps.size() + 1];
        Arrays.fill(seen, -1);
        List<Integer> now = new ArrayList<>();
        follow(0, 0, seen, now);
        int at = 0;
        while (at < path.length() && !now.isEmpty()) {
            int c = path.codePointAt(at);
            at += Character.charCount(c);
            List<Integer> next = new ArrayList<>();
            for (int number : now) {
                int what = number < steps.size() ? steps.get(number).what() : EITHER;
                if (what == c || what == ANY || (what == NAME && c != '/')) {
                    follow(number + 1, at, seen, next);
                }
            }
            now = next;
        }
        return now.contains(steps.size());
    }

    /** Adds what a path must have next at a step, or the end. */
    private void follow(int start, int at, int[] seen, List<Integer> found) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            int number = open.pop();
            if (seen[number] == at) {
                continue;
            }
            seen[number] = at;
            int what = number < steps.size() ? steps.get(number).what() : ANY;
            if (what == EITHER || what == JUMP) {
                open.push(steps.get(number).target());
                if (what == EITHER) {
                    open.push(number + 1);
                }
            } else {
                found.add(number);
            }
        }
    }
}
