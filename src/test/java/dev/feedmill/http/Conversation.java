package dev.feedmill.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request over a bare connection, and all that comes back. Whether the server keeps the connection is found by asking
 * once more, which needs no waiting for silence.
 */
final class Conversation {
    private static final String ONCE_MORE = "GET /once-more HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

    /** Only a server that never answers is waited for so long. */
    private static final int PATIENCE = 120_000;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final boolean head;
    private boolean ended;

    private Conversation(boolean head) {
        this.head = head;
    }

    /** What came until the server closed the connection, the answer to the second request included if it gave one. */
    static String of(int port, String request) throws IOException {
        Conversation conversation = new Conversation(request.startsWith("HEAD "));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            conversation.hold(socket, request);
        }
        return conversation.text() + "<closed>";
    }

    private void hold(Socket socket, String request) throws IOException {
        try {
            send(socket, request);
            if (request.contains("\r\n\r\n") || request.contains("\n\n")) {
                readUntilAnswered(socket.getInputStream());
            }
            if (!ended) {
                send(socket, ONCE_MORE);
                socket.getInputStream().transferTo(all);
            }
        } catch (SocketException e) {
            ended = true; // it was closed while more was on its way
        }
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void readUntilAnswered(InputStream in) throws IOException {
        byte[] some = new byte[65_536];
        while (!isAnswered()) {
            int n = in.read(some);
            if (n < 0) {
                ended = true;
                return;
            }
            all.write(some, 0, n);
        }
    }

    /** Whether the first answer is whole; an answer before the last (RFC 9110 section 15.2) does not count. */
    private boolean isAnswered() {
        String text = text();
        while (text.startsWith("HTTP/1.1 1") && text.contains("\r\n\r\n")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        if (head || text.startsWith("HTTP/1.1 304") || text.startsWith("HTTP/1.1 204")) {
            return true;
        }
        Matcher length = LENGTH.matcher(text.substring(0, end + 2));
        if (length.find()) {
            return text.length() - end - 4 >= Integer.parseInt(length.group(1));
        }
        return text.endsWith("\r\n0\r\n\r\n");
    }

    private String text() {
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
