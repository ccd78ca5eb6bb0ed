package dev.feedmill.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The assets of the pages: style sheet, script and icons. They are part of the program and do not change while it runs.
 */
public final class Assets {
    /** The resource folder beside this class. */
    private static final String RESOURCES = "assets/";

    /** The name of the icon that browsers request by convention. */
    public static final String ICON = "icon.ico";

    private static final Map<String, String> TYPES = Map.of(
            "site.css",
            "text/css; charset=utf-8",
            FeedStyle.NAME,
            "text/css; charset=utf-8",
            "site.js",
            "text/javascript; charset=utf-8",
            "icon.svg",
            "image/svg+xml",
            ICON,
            "image/vnd.microsoft.icon",
            "icon.png",
            "image/png");

    private static final Map<String, Asset> ASSETS = read();

    /**
     * An asset.
     *
     * @param version changes with the bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asset(String mediaType, byte[] bytes, String version) {}

    private Assets() {}

    /** The names of all assets. */
    public static Set<String> names() {
        return ASSETS.keySet();
    }

    /** The asset; null if there is none of this name. */
    public static @Nullable Asset named(String name) {
        return ASSETS.get(name);
    }

    /** The path with a version, so that browsers may cache the asset until it changes. */
    static String path(String name) {
        Asset asset = ASSETS.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return new Address.Asset(name).with(Parameter.VERSION.with(asset.version()));
    }

    private static Map<String, Asset> read() {
        Map<String, Asset> assets = new TreeMap<>();
        TYPES.forEach((name, type) -> assets.put(name, read(name, type)));
        return Collections.unmodifiableMap(assets);
    }

    private static Asset read(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            byte[] bytes = in.readAllBytes();
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            return new Asset(type, bytes, Long.toHexString(checksum.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
