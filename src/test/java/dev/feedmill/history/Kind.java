package dev.feedmill.history;

/** What may happen to the folder, and how often beside the others. */
enum Kind {
    ADD(8),
    ADD_UNDATED(2),
    ADD_DECLARED(2),
    ADD_DRAFT(2),
    ADD_DUE(1),
    EDIT(10),
    EDIT_KEEPING_TIME(2),
    RETITLE(4),
    REDATE(1),
    REFILE(2),
    RENAME_CATEGORY(2),
    DRAFT_ON_OR_OFF(4),
    LINE_ENDINGS(3),
    NOTE(3),
    TOUCH(4),
    RENAME(8),
    MOVE(6),
    SWAP(5),
    SHIFT(5),
    COPY(3),
    COPY_THEN_DELETE(4),
    DELETE(6),
    RESTORE(6),
    RESTORE_CHANGED(3),
    RESTORE_ELSEWHERE(2),
    MOVE_AND_EDIT(4),
    SWAP_DECLARED(3),
    BREAK_OR_MEND(4),
    REPLACE_FOLDER(2),
    PULL(3),
    CHECK_OUT(2),
    RSYNC_WITH_TIMES(2),
    RSYNC_BY_CHECKSUM(2);

    private final int weight;

    Kind(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
