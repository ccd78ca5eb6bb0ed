package dev.feedmill.folder.watch;

/** What was heard of a path, and with that, how long to wait for more. */
public enum FileEvent {
    /** A writer closed the file, or it was moved here: what is in it is whole. */
    COMPLETE,
    /** It was written to by somebody who has yet to close it. */
    OPEN,
    /** It was made: empty by a writer who is to fill it, or as a link to what is there already. */
    MADE,
    /** Its time or permissions are others, which says nothing new about its text. */
    TOUCHED,
    /** Anything else, or the system does not tell more. */
    UNCLEAR;

    /** What holds for a path of which this is heard after that. */
    public FileEvent after(FileEvent earlier) {
        return this == TOUCHED ? earlier : this;
    }
}
