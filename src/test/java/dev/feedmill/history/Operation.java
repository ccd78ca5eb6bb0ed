package dev.feedmill.history;

import java.util.List;
import java.util.stream.Collectors;

/** One action of a person or a program in the folder. */
record Operation(Kind kind, Manner manner, List<Step> steps) {
    Operation {
        steps = List.copyOf(steps);
    }

    /** How the steps are written to the disk. */
    enum Manner {
        /** One after the other; texts are written over the old ones. */
        IN_PLACE,
        /** Texts are written beside and moved over the old ones. */
        RENAMED_OVER,
        /** The old text is moved away as a backup, and the new one written. */
        BACKED_UP,
        /** A change of the same length, after which the file has its old time. */
        OLD_TIME,
        /** Everything is removed, then copied from elsewhere. */
        REPLACED,
        GIT_PULL,
        RSYNC_TIMES,
        RSYNC_CHECKSUM;

        /** Whether each step changes only its own file. */
        boolean isOneByOne() {
            return this == IN_PLACE || this == RENAMED_OVER || this == OLD_TIME;
        }
    }

    String description() {
        return kind + " " + manner + " "
                + steps.stream().map(Operation::description).collect(Collectors.joining("; "));
    }

    private static String description(Step step) {
        if (step instanceof Step.Write write) {
            Post post = write.post();
            return "write " + write.path() + " = " + post.words().mark() + " '"
                    + post.front().title() + "'"
                    + (post.front().date() == null
                            ? " undated"
                            : " " + post.front().date())
                    + (post.front().guid() == null
                            ? ""
                            : " guid " + post.front().guid())
                    + " " + post.front().categories()
                    + (post.front().draft() ? " draft" : "")
                    + (post.look().equals(Post.Look.PLAIN) ? "" : " " + post.look());
        } else if (step instanceof Step.Move move) {
            return "mv " + move.from() + " " + move.to();
        } else if (step instanceof Step.Delete delete) {
            return "rm " + delete.path();
        }
        return "touch " + ((Step.Touch) step).path();
    }
}
