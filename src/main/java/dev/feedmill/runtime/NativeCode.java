package dev.feedmill.runtime;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads native code of libraries. They unpack it to a file first, and delete the file when the program exits normally.
 * Here it is deleted right after loading, since a killed process deletes nothing.
 */
public final class NativeCode {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCode.class);

    private NativeCode() {}

    /**
     * Loads a library. If the property was set from outside, its folder is used and not deleted.
     *
     * @param property property with the folder that the library unpacks to
     * @param loading triggers the loading of the library
     */
    public static void load(String property, Runnable loading) {
        if (System.getProperty(property) != null) {
            loading.run();
            return;
        }
        try (TemporaryFolder temporary = TemporaryFolder.create("feedmill-native")) {
            System.setProperty(property, temporary.path().toString());
            loading.run();
        } catch (IOException e) {
            LOG.debug("the unpacked code stays where it is, or goes where the library likes", e);
        } finally {
            System.clearProperty(property);
        }
    }
}
