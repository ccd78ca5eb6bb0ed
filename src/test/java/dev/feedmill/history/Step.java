package dev.feedmill.history;

/** One change of the folder that nothing can come in between of. */
sealed interface Step {
    /** What was at the path is replaced. */
    record Write(String path, Post post) implements Step {}

    /** What was at the other path is replaced. */
    record Move(String from, String to) implements Step {}

    record Delete(String path) implements Step {}

    /** Only the time of the file is another one. */
    record Touch(String path) implements Step {}
}
