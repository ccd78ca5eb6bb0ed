package dev.feedmill.history;

import org.jspecify.annotations.Nullable;

/**
 * An article through its history, there or gone.
 *
 * @param number ours; the program's id for it is found out by reading feeds
 * @param first the path at which it was first seen
 * @param last the path at which it is, or last was
 * @param post what is in its file, or last was
 * @param read the same as it was when it could last be read; null where it never could
 * @param isTextKnown whether its text is kept, which it is until its file goes
 */
record Tracked(
        int number,
        String first,
        String last,
        Post post,
        @Nullable Post read,
        boolean isTextKnown,
        boolean isThere) {
    static Tracked born(int number, String path, Post post) {
        boolean isRead = !post.look().open();
        return new Tracked(number, path, path, post, isRead ? post : null, isRead, true);
    }

    /** The id that it declares; empty for none, or where nobody could ever read it. */
    String guid() {
        String guid = read == null ? null : read.front().guid();
        return guid == null ? "" : guid;
    }

    /** Whether it is known by no more than its file, so that nothing of it is left once that is gone. */
    boolean isUnread() {
        return read == null;
    }

    /** Whether it stood until now, and what was read of it last is of the title, date and nearly the text of this. */
    boolean resembles(Post other) {
        return isThere && isTextKnown && read != null && read.resembles(other);
    }

    Tracked at(String path, Post now) {
        boolean isRead = !now.look().open();
        return new Tracked(number, first, path, now, isRead ? now : read, isRead || isTextKnown, true);
    }

    Tracked gone() {
        return new Tracked(number, first, last, post, read, false, false);
    }
}
