package dev.feedmill.history;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The program in processes of its own, which can be stopped, killed and started again at the same addresses. */
interface Server extends AutoCloseable {
    /** Returns once it has looked at every file. */
    void start(String title) throws IOException, InterruptedException;

    /** As a service is stopped. */
    void stop() throws InterruptedException;

    /** SIGKILL. */
    void kill() throws InterruptedException;

    /** Lets it do nothing until {@link #thaw}: what happens to the folder meanwhile happens at once for it. */
    void freeze() throws IOException, InterruptedException;

    void thaw() throws IOException, InterruptedException;

    /** The response; a 503 is tried again, as a reader would. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException;

    String status() throws IOException, InterruptedException;

    /** Whether it sends some documents without Last-Modified. */
    boolean omitsDates();

    /** The last lines of its output. */
    String said();

    @Override
    void close();
}
