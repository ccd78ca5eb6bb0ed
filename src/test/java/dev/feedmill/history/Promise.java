package dev.feedmill.history;

import java.util.Set;

/** What a reader may rely on. */
enum Promise {
    ONCE_IN_EACH_ANSWER,
    ONE_ID_FOR_EVER,
    DATES_OF_ENTRIES,
    FORMATS_TELL_ALIKE,
    ARCHIVE_IS_EVERYTHING,
    DELTA_IS_WHAT_CHANGED,
    DELETIONS_ARE_NAMED,
    TAG_IS_OF_THE_BYTES,
    SAME_BYTES_WHERE_NOTHING_CHANGED,
    DATE_IS_NOT_TO_COME,
    DATE_NEVER_GOES_BACK,
    DATE_OF_SAME_BYTES_STAYS,
    NOT_MODIFIED_BY_TAG,
    NOT_MODIFIED_BY_DATE;

    private static final Set<String> WAIVED =
            Set.of(System.getProperty("history.waive", "").split(","));

    private boolean isOn() {
        return !WAIVED.contains(name());
    }

    void expect(String what, boolean holds, String expected, String seen) {
        if (!holds && isOn()) {
            throw new AssertionError(this + ": " + what + ": expected " + expected + ", but came " + seen);
        }
    }
}
