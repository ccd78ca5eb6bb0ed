package dev.feedmill.config;

import dev.feedmill.setting.SettingValues;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is reached.
 *
 * @param hosts names, IP addresses, or {@value #UNIX} and the path of a socket
 * @param socketMode permissions of such sockets, octal
 * @param socketOwner user and group of such sockets, as {@code chown} takes them; empty for those of the process
 * @param baseUrl empty for the address of this machine
 * @param movedTo new base URL of the feeds; empty if they have not moved
 */
public record Endpoint(
        List<String> hosts, String socketMode, String socketOwner, int port, String baseUrl, String movedTo) {
    /** What begins the path of a Unix socket. */
    public static final String UNIX = "unix:";

    static Endpoint of(SettingValues settings) {
        return new Endpoint(
                settings.words(
                        "server.host",
                        host -> Endpoint.isUnix(host) || SettingValues.isHost(host),
                        "must be host names, IP addresses without a port, or unix: with the absolute path of a socket",
                        "0.0.0.0"),
                settings.pattern("server.socket-mode", "660", "[0-7]{3}", "must be three octal digits such as 660"),
                settings.pattern(
                        "server.socket-owner",
                        "",
                        "[^:\\s]*(:[^:\\s]*)?",
                        "must be a user, user:group, :group or empty"),
                settings.number("server.port", 8080, 0, 65_535),
                settings.address("server.base-url"),
                settings.address("server.moved-to"));
    }

    /**
     * Whether only this machine can reach the server. A URL that is not set proves nothing, since a proxy may stand
     * before a server on localhost.
     */
    boolean isLocalOnly() {
        return !baseUrl.isEmpty()
                && hosts.stream().allMatch(Endpoint::isLoopback)
                && isLoopback(URI.create(baseUrl).getHost());
    }

    private static boolean isUnix(String host) {
        return host.matches(UNIX + "/\\S{1,100}");
    }

    /** Why {@code server.moved-to} cannot be used, to follow its name; null if it can. */
    public @Nullable String movedToFault() {
        return !movedTo.isEmpty() && movedTo.equals(baseUrl)
                ? "must be another address than server.base-url, not '" + movedTo + "'"
                : null;
    }

    /** Whether all sockets are files, so that the server has no port. */
    public boolean isWithoutPort() {
        return hosts.stream().allMatch(Endpoint::isUnix);
    }

    /** Whether a host name or address means this machine alone; performs no DNS lookup. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.equals("::1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
