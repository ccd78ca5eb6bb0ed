package dev.feedmill;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
    /** The version number; {@code dev} if the classes do not come from the jar. */
    static String number() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "dev" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"feedmill " + number()};
    }
}
