package dev.feedmill.app;

/** The version of the jar. */
public final class Version {
    private Version() {}

    /** The version number; {@code dev} if the classes do not come from the jar. */
    public static String number() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "dev" : built;
    }
}
