package dev.feedmill.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints each test that failed, with its trace and what its class had printed, and each that was skipped, with the reason. */
final class ConsoleReport implements TestExecutionListener {
    private final PrintStream console;
    private final OutputFile output;
    private final List<String> skipped = new ArrayList<>();
    private long place;

    ConsoleReport(PrintStream console, OutputFile output) {
        this.console = console;
        this.output = output;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof ClassSource) {
            place = output.length();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> cause = result.getThrowable();
        if (result.getStatus() == Status.ABORTED) {
            skipped.add(name(test) + ": "
                    + cause.map(Throwable::getMessage)
                            .orElse("no reason was given")
                            .strip());
        } else if (result.getStatus() == Status.FAILED) {
            console.println("FAILED " + name(test));
            cause.ifPresent(fault -> fault.printStackTrace(console));
            String printed = output.since(place).strip();
            if (!printed.isEmpty()) {
                console.println(
                        "  what had been printed by then:\n" + printed.indent(4).stripTrailing());
            }
            place = output.length();
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(name(test) + ": " + reason.strip());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        skipped.forEach(
                line -> console.println("skipped " + line.lines().findFirst().orElse("")));
    }

    private static String name(TestIdentifier test) {
        String shown = test.getDisplayName();
        return test.getSource()
                .map(source -> {
                    if (source instanceof MethodSource method) {
                        String place = simple(method.getClassName()) + "." + method.getMethodName();
                        return shown.startsWith(method.getMethodName()) ? place : place + " " + shown;
                    }
                    return source instanceof ClassSource type ? simple(type.getClassName()) : shown;
                })
                .orElse(shown);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
