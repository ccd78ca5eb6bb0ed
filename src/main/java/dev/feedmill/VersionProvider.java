package dev.feedmill;

import dev.feedmill.app.Version;
import picocli.CommandLine.IVersionProvider;

/** The text of {@code --version}. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"feedmill " + Version.number()};
    }
}
