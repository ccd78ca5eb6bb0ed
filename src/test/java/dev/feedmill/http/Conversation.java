package dev.feedmill.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests over a bare connection, and all that comes back. Whether the server keeps the connection is found by asking
 * once more, which needs no waiting for silence.
 */
final class Conversation {
    private static final String ONCE_MORE = "GET /once-more HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

    /** Only a server that waits for more is waited for so long; then it gets more. */
    private static final int SILENCE = 500;

    /** Only a server that never answers is waited for so long. */
    private static final int TIMEOUT_MILLIS = 120_000;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final boolean head;
    private boolean ended;

    private Conversation(boolean head) {
        this.head = head;
    }

    /**
     * What came until the server closed the connection, the answer to the last request included if it gave one.
     *
     * @param pieces of requests, each sent for itself
     */
    static String of(int port, List<String> pieces) throws IOException {
        String request = String.join("", pieces);
        Conversation conversation = new Conversation(request.stripLeading().startsWith("HEAD "));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            conversation.hold(socket, pieces, request.contains("\r\n\r\n") || request.contains("\n\n"));
        }
        return conversation.text() + "<closed>";
    }

    /**
     * The first answer, for requests with content: whether the connection is kept after it depends on how much of the
     * content has arrived by then.
     */
    static String first(int port, String request) throws IOException {
        Conversation conversation = new Conversation(request.stripLeading().startsWith("HEAD "));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SILENCE);
            send(socket, request);
            conversation.readUntilAnswered(socket.getInputStream());
        }
        return conversation.firstAnswer();
    }

    private void hold(Socket socket, List<String> pieces, boolean isWhole) throws IOException {
        for (String piece : pieces) {
            send(socket, piece);
        }
        if (isWhole) {
            socket.setSoTimeout(SILENCE);
            readUntilAnswered(socket.getInputStream());
        }
        if (!ended) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            send(socket, ONCE_MORE);
            readToTheEnd(socket.getInputStream());
        }
    }

    /** A server that has answered a bad request may have closed already; its answer is still to be read. */
    private static void send(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return;
        }
    }

    private void readToTheEnd(InputStream in) throws IOException {
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            ended = true; // it was closed while more was on its way
        }
    }

    private void readUntilAnswered(InputStream in) throws IOException {
        byte[] some = new byte[65_536];
        try {
            while (!isAnswered()) {
                int n = in.read(some);
                if (n < 0) {
                    ended = true;
                    return;
                }
                all.write(some, 0, n);
            }
        } catch (SocketTimeoutException e) {
            return; // it waits for more
        } catch (SocketException e) {
            ended = true; // it was closed while more was on its way
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

    private String firstAnswer() {
        String text = text();
        int end = text.indexOf("\r\n\r\n") + 4;
        Matcher length = LENGTH.matcher(text.substring(0, Math.max(0, end - 2)));
        int body = length.find() && !head ? Integer.parseInt(length.group(1)) : 0;
        return text.substring(0, Math.min(text.length(), end + body));
    }

    private String text() {
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
