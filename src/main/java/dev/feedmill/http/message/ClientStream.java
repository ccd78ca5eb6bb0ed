package dev.feedmill.http.message;

/** The way to a client for content that is written as it comes; one write at a time. Thread-safe. */
public interface ClientStream {
    /**
     * Writes bytes and calls back, perhaps before it returns. The first write sends the head too.
     *
     * @param sent called once the next write may follow
     * @param failed called if the client has left; no write may follow
     */
    void write(byte[] bytes, Runnable sent, Runnable failed);

    /** Ends the response; no write may be under way. */
    void end();

    /** Closes the connection, even while a write is under way. */
    void abort();

    /** Whether the client has left, as far as that shows without a write. */
    boolean hasLeft();
}
