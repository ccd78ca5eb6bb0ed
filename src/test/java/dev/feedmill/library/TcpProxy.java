package dev.feedmill.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A proxy between the program and its database, which fails as the test demands. */
final class TcpProxy implements AutoCloseable {
    /** What happens to connections. */
    enum Mode {
        PASS,
        /** All are closed, as by a server that was stopped. */
        CUT,
        /** No byte passes, as if a cable were pulled. */
        SILENT
    }

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean losesNextCommit = new AtomicBoolean();
    private volatile Mode mode = Mode.PASS;

    TcpProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void become(Mode wanted) {
        mode = wanted;
        if (wanted != Mode.SILENT) {
            // What waits in connections that stood still would come too late.
            open.forEach(TcpProxy::close);
        }
    }

    /** The next commit reaches the database, but its response is lost. */
    void loseNextCommit() {
        losesNextCommit.set(true);
    }

    boolean hasLostIt() {
        return !losesNextCommit.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (mode == Mode.CUT) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                AtomicBoolean mute = new AtomicBoolean();
                start(() -> pump(client, server, mute, true));
                start(() -> pump(server, client, mute, false));
            } catch (IOException e) {
                close();
            }
        }
    }

    private void pump(Socket from, Socket to, AtomicBoolean mute, boolean asks) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                while (mode == Mode.SILENT) {
                    Thread.sleep(10);
                }
                if (asks && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                    mute.compareAndSet(false, losesNextCommit.compareAndSet(true, false));
                }
                if (!asks && mute.get()) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side is gone, so the other goes too.
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            mode = Mode.CUT;
            entrance.close();
            open.forEach(TcpProxy::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
