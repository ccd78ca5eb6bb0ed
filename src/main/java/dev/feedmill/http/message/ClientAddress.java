package dev.feedmill.http.message;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Tells clients apart by their address. */
public final class ClientAddress {
    private ClientAddress() {}

    /**
     * The address of a request's client. Behind a proxy it is the forwarded one. That is trusted only from a
     * private peer, such as one at a Unix socket: others could forge it. Null if the proxy forwards none, since all of
     * its clients would look like one.
     */
    public static @Nullable Object of(HttpRequest request) {
        InetAddress remote = request.remote().get();
        if (remote != null && !isPrivate(remote)) {
            return remote;
        }
        String forwarded = request.header(RequestHeader.X_FORWARDED_FOR);
        return forwarded == null
                ? null
                : withoutPort(
                        forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }

    /** Some proxies forward the port as well, which differs from connection to connection. */
    private static String withoutPort(String forwarded) {
        if (forwarded.startsWith("[") && forwarded.contains("]")) {
            return forwarded.substring(1, forwarded.indexOf(']'));
        }
        int colon = forwarded.indexOf(':');
        return colon >= 0 && colon == forwarded.lastIndexOf(':') ? forwarded.substring(0, colon) : forwarded;
    }

    /** Whether the peer is this machine or in a private network (RFC 1918, RFC 4193). */
    private static boolean isPrivate(InetAddress remote) {
        return remote.isLoopbackAddress()
                || remote.isSiteLocalAddress()
                || (remote instanceof Inet6Address && (remote.getAddress()[0] & 0xfe) == 0xfc);
    }
}
