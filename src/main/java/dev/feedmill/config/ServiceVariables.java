package dev.feedmill.config;

import java.util.regex.Pattern;

/**
 * Recognizes the environment variables that Kubernetes sets for a service called feedmill or feedmill-something. They
 * are no settings, and would otherwise keep the program from starting.
 */
final class ServiceVariables {
    private static final Pattern NAME = Pattern.compile("FEEDMILL(_[A-Z0-9_]+)?_"
            + "(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern URL = Pattern.compile("(tcp|udp|sctp)://.*");

    private ServiceVariables() {}

    static boolean has(String name, String value) {
        return NAME.matcher(name).matches()
                || (name.endsWith("_PORT") && URL.matcher(value).matches());
    }
}
