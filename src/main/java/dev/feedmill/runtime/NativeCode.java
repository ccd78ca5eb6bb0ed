package dev.feedmill.runtime;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Libraries unpack their native code to a file before they load it. They take it away when the program ends in order; here
 * it goes as soon as it is loaded, since a process that is killed takes nothing away.
 */
public final class NativeCode {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);

    private NativeCode() {}

    /**
     * Where the property was set from outside, its folder is used and left alone.
     *
     * @param property names the folder that the library unpacks to
     * @param loading makes the library load its code
     */
    public static void load(String property, Runnable loading) {
        if (System.getProperty(property) != null) {
            loading.run();
            return;
        }
        try (Scratch scratch = Scratch.make("feedmill-native")) {
            System.setProperty(property, scratch.path().toString());
            loading.run();
        } catch (IOException e) {
            LOG.debug("the unpacked code stays where it is, or goes where the library likes", e);
        } finally {
            System.clearProperty(property);
        }
    }
}
