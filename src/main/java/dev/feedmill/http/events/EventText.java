package dev.feedmill.http.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-Sent Events as bytes (WHATWG HTML 9.2.5). */
final class EventText {
    /** Milliseconds after which a client whose stream has ended comes back. */
    private static final int RETRY = 3_000;

    private static final byte[] RESET = latin1("event: reset\ndata: {}\n\n");
    private static final byte[] END = latin1("\n\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int count;
    private byte @Nullable [] bytes;

    /** The begin of a stream: when to come back, and behind which change it begins. */
    static byte[] begin(long number) {
        return latin1("retry: " + RETRY + "\nid: " + number + "\nevent: begin\ndata: {}\n\n");
    }

    /** As {@link #begin(long)}, with events. */
    static byte[] begin(long number, EventText first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(begin(number));
        all.writeBytes(first.bytes());
        return all.toByteArray();
    }

    /** A sign of life. It has the number too, so that a client that comes back names no old one. */
    static byte[] heartbeat(long number) {
        return latin1(": heartbeat\nid: " + number + "\n\n");
    }

    /** Says that everything up to a change may have changed. */
    static EventText reset(long number) {
        EventText text = new EventText();
        text.id(number);
        text.out.writeBytes(RESET);
        text.count = 1;
        return text;
    }

    /** The number of the change with the next event, which must be its last: a client names only what it has whole. */
    void id(long number) {
        out.writeBytes(latin1("id: " + number + "\n"));
    }

    /**
     * Adds an event.
     *
     * @param json in one line
     */
    void add(String name, byte[] json) {
        out.writeBytes(latin1("event: " + name + "\ndata: "));
        out.writeBytes(json);
        out.writeBytes(END);
        count++;
    }

    /** How many events it has. */
    int count() {
        return count;
    }

    int size() {
        return out.size();
    }

    /** The whole text, shared by all who are sent it; nothing is added afterwards. */
    byte[] bytes() {
        byte[] made = bytes;
        if (made == null) {
            made = out.toByteArray();
            bytes = made;
        }
        return made;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
