package dev.feedmill.browser;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Another host's pictures, as articles embed them: every path is a PNG much wider than a telephone. */
final class Pictures implements AutoCloseable {
    private final HttpServer server;

    private Pictures(HttpServer server) {
        this.server = server;
    }

    static Pictures start() throws IOException {
        byte[] wide = png(1600, 400);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, wide.length);
                exchange.getResponseBody().write(wide);
            }
        });
        server.start();
        return new Pictures(server);
    }

    String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** The picture within its address. */
    static String data(int width, int height) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(width, height));
    }

    private static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0x2f6f8f));
        brush.fillRect(0, 0, width, height);
        brush.setColor(new Color(0xf0c24b));
        brush.fillOval(width / 4, height / 8, width / 2, height * 3 / 4);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
