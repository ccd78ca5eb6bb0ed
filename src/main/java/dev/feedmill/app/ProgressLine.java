package dev.feedmill.app;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows the progress of the first scan on a terminal; prints nothing if the output is piped. */
public final class ProgressLine implements AutoCloseable {
    /** Prints nothing, for instance in tests. */
    public static final ProgressLine SILENT = new ProgressLine(null);

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    public static ProgressLine shownTo(ProcessContext process) {
        if (!process.terminal()) {
            return SILENT;
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName("Reading articles")
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(process.out()))
                .build());
    }

    /** Shows the number of files done, of the total. */
    public void step(long done, long total) {
        if (bar != null) {
            bar.maxHint(total).stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
