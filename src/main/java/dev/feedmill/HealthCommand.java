package dev.feedmill;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code health}: asks the server that runs here with the same settings whether it is ready. It needs no other program,
 * so that a container can check itself.
 */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill health --config feedmill.yaml"},
        sortOptions = false,
        description = "Asks the server that runs here with the same settings whether it is ready, at status.port."
                + " Exits with 0 where it is, and with 1 where it is not or does not answer.")
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    HealthCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException {
        Settings settings = options.settings(process);
        int port = settings.status().port();
        if (port == 0) {
            throw new CannotRunException("'status.port' must be the port of the running server, not '0'");
        }
        return ask(settings.status().host(), port);
    }

    private int ask(String host, int port) throws CannotRunException {
        String where = host + " port " + port;
        try {
            URL url = address(host, port);
            where = url.toString();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = ready ? connection.getInputStream() : connection.getErrorStream()) {
                String said = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                process.out().println(said.strip());
            }
            return ready ? Main.DONE : Main.CANNOT;
        } catch (IOException e) {
            throw new CannotRunException("no server answers at " + where + " (" + e.getMessage() + ")", e);
        }
    }

    private static URL address(String host, int port) throws UnknownHostException, MalformedURLException {
        InetAddress listening = InetAddress.getByName(host);
        String asked =
                listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : host;
        return new URL("http", asked, port, FixedAddress.HEALTH.rooted());
    }
}
