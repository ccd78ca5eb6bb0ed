package dev.feedmill.folder.watch;

/** Kind of event of a path; it determines how long to wait for more. */
public enum FileEvent {
    /** A writer closed the file, or it was moved here: its content is complete. */
    COMPLETE,
    /** It was written to and not yet closed. */
    OPEN,
    /** It was created: empty, to be filled, or as a link to existing content. */
    MADE,
    /** Its time or permissions changed, which says nothing about its content. */
    TOUCHED,
    /** Any other event, or the system gives no details. */
    UNCLEAR;

    /** The event that counts for a path after an earlier one. */
    public FileEvent after(FileEvent earlier) {
        return this == TOUCHED ? earlier : this;
    }
}
