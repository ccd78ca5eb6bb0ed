package dev.feedmill.console;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;

/** Where processes that tests start print what nobody waits for: beside the file of the tests' own output. */
public final class ChildOutput {
    private ChildOutput() {}

    /** The console where the tests print there too. */
    public static Redirect redirect() {
        String name = System.getProperty("test.output", "");
        return name.isEmpty() ? Redirect.INHERIT : Redirect.appendTo(new File(name + ".children"));
    }
}
