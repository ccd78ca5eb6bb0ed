package dev.feedmill.runtime;

import java.io.Console;

/** Detects whether a user is at a terminal. */
public final class Terminal {
    private Terminal() {}

    /** Whether standard input and output are a terminal. From Java 22 on, a console alone does not prove it. */
    @SuppressWarnings("SystemConsoleNull") // isTerminal(), which Java 22 added, is called below
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
