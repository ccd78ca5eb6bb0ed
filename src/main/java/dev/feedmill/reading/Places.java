package dev.feedmill.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths of the articles folder that are put together from a folder and what is named from there. */
final class Places {
    private Places() {}

    /** The path without dots; null where it leads out of the articles folder. */
    static @Nullable String join(String folder, String name) {
        Deque<String> names = new ArrayDeque<>();
        for (String each : (folder + "/" + name).split("/", -1)) {
            if (each.equals("..")) {
                if (names.pollLast() == null) {
                    return null;
                }
            } else if (!each.isEmpty() && !each.equals(".")) {
                names.addLast(each);
            }
        }
        return String.join("/", names);
    }
}
