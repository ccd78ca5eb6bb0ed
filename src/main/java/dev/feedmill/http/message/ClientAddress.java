package dev.feedmill.http.message;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The address of whoever asks, which tells clients apart. */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * A proxy in front speaks for its clients; anybody else could say anything. Null where it says nothing: then all of its
     * clients would look like one.
     */
    public static @Nullable Object of(HttpRequest request) {
        InetAddress remote = request.remote().get();
        if (remote == null || !isNear(remote)) {
            return remote;
        }
        String forwarded = request.header("X-Forwarded-For");
        return forwarded == null
                ? null
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** This machine or a private network (RFC 1918, RFC 4193). */
    private static boolean isNear(InetAddress remote) {
        return remote.isLoopbackAddress()
                || remote.isSiteLocalAddress()
                || (remote instanceof Inet6Address && (remote.getAddress()[0] & 0xfe) == 0xfc);
    }
}
