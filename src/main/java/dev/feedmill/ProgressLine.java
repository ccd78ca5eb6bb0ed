package dev.feedmill;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far the first scan is, for a person at a terminal; nothing where the output is piped. */
final class ProgressLine implements AutoCloseable {
    /** For those who watch otherwise, such as tests. */
    static final ProgressLine SILENT = new ProgressLine(null);

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressLine shownTo(ProcessContext surroundings) {
        if (!surroundings.terminal()) {
            return SILENT;
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName("Reading articles")
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(surroundings.out()))
                .build());
    }

    /** So many files of so many are done. */
    void step(long done, long total) {
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
