package dev.feedmill.folder.watch;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** An inotify event queue of the kernel; for one thread, except {@link #wake}. */
final class Inotify implements AutoCloseable {
    /** "No space left": the user has reached {@code fs.inotify.max_user_watches}. */
    static final int ENOSPC = 28;

    private static final int EINTR = 4;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final short POLLIN = 1;
    private static final int WATCHED = InotifyEvent.CREATE
            | InotifyEvent.MODIFY
            | InotifyEvent.CLOSE_WRITE
            | InotifyEvent.ATTRIB
            | InotifyEvent.DELETE
            | InotifyEvent.MOVED_FROM
            | InotifyEvent.MOVED_TO
            | InotifyEvent.ONLY_FOLDERS;

    private final int queue;
    private final int bell;
    private final ByteBuffer polled = direct(16);
    private final ByteBuffer events = direct(65_536);
    private boolean closed;

    Inotify() throws IOException {
        queue = checked(Libc.inotify_init1(CLOSE_ON_EXEC));
        bell = Libc.eventfd(0, CLOSE_ON_EXEC);
        if (bell < 0) {
            int error = Native.getLastError();
            Libc.close(queue);
            throw new ErrorCode(error);
        }
    }

    /** An error code of the kernel. */
    static final class ErrorCode extends IOException {
        private final int number;

        ErrorCode(int number) {
            super("the system's error " + number);
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** Adds a watch; returns its number, which is the existing one if the same folder is already watched. */
    int watch(byte[] path) throws ErrorCode {
        return checked(Libc.inotify_add_watch(queue, Arrays.copyOf(path, path.length + 1), WATCHED));
    }

    /** Removes a watch; does nothing if the kernel has removed it. */
    void unwatch(int watch) {
        Libc.inotify_rm_watch(queue, watch);
    }

    /** Reads events: at once if there are any, else after waiting; empty on timeout. */
    List<InotifyEvent> read(Duration atMost) throws ErrorCode {
        polled.clear();
        polled.putInt(queue).putShort(POLLIN).putShort((short) 0);
        polled.putInt(bell).putShort(POLLIN).putShort((short) 0).flip();
        long millis = (atMost.toNanos() + 999_999) / 1_000_000;
        int ready = Libc.poll(polled, new NativeLong(2), (int) Math.min(Integer.MAX_VALUE, millis));
        if (ready < 0 && Native.getLastError() != EINTR) {
            throw new ErrorCode(Native.getLastError());
        }
        if (ready <= 0 || polled.getShort(6) == 0) {
            return List.of();
        }
        events.clear();
        int length = checked(
                Libc.read(queue, events, new NativeLong(events.capacity())).intValue());
        return InotifyEvent.all(events.limit(length));
    }

    /** Ends this and every later waiting; may be called from any thread. */
    synchronized void wake() {
        if (!closed) {
            ByteBuffer one = direct(8).putLong(1).flip();
            Libc.write(bell, one, new NativeLong(8));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Libc.close(queue);
        Libc.close(bell);
    }

    private static int checked(int result) throws ErrorCode {
        if (result < 0) {
            throw new ErrorCode(Native.getLastError());
        }
        return result;
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
