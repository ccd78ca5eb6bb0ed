package dev.feedmill;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class Version implements IVersionProvider {
    /** {@code dev} where the classes do not come from the jar. */
    static String number() {
        String built = Version.class.getPackage().getImplementationVersion();
        return built == null ? "dev" : built;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"feedmill " + number()};
    }
}
