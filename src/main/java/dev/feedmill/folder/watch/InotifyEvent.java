package dev.feedmill.folder.watch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One event of inotify(7).
 *
 * @param watch number of the watched folder
 * @param name bytes of the file name in the folder; empty if the event is about the folder itself
 */
@SuppressWarnings("ArrayRecordComponent") // created and read once, never compared
record InotifyEvent(int watch, int mask, byte[] name) {
    static final int MODIFY = 0x2;
    static final int ATTRIB = 0x4;
    static final int CLOSE_WRITE = 0x8;
    static final int MOVED_FROM = 0x40;
    static final int MOVED_TO = 0x80;
    static final int CREATE = 0x100;
    static final int DELETE = 0x200;
    static final int OVERFLOW = 0x4000;
    static final int IGNORED = 0x8000;
    static final int ONLY_FOLDERS = 0x0100_0000;
    static final int FOLDER = 0x4000_0000;

    /** Decodes all events in the buffer, which has the machine's byte order. */
    static List<InotifyEvent> all(ByteBuffer buffer) {
        List<InotifyEvent> events = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int watch = buffer.getInt();
            int mask = buffer.getInt();
            buffer.getInt(); // skips the cookie that joins the two halves of a move; files identify moves instead
            byte[] padded = new byte[buffer.getInt()];
            buffer.get(padded);
            events.add(new InotifyEvent(watch, mask, withoutPadding(padded)));
        }
        return events;
    }

    boolean is(int anyOf) {
        return (mask & anyOf) != 0;
    }

    FileEvent fileEvent() {
        if (is(FOLDER)) {
            return FileEvent.UNCLEAR;
        }
        if (is(CLOSE_WRITE | MOVED_TO)) {
            return FileEvent.COMPLETE;
        }
        if (is(MODIFY)) {
            return FileEvent.OPEN;
        }
        if (is(CREATE)) {
            return FileEvent.MADE;
        }
        return is(ATTRIB) ? FileEvent.TOUCHED : FileEvent.UNCLEAR;
    }

    private static byte[] withoutPadding(byte[] name) {
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        return Arrays.copyOf(name, length);
    }
}
