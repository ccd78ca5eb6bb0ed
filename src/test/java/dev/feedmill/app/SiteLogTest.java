package dev.feedmill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteLogTest {
    private static final ConfigFault ONE = fault(1);
    private static final ConfigFault TWO = fault(2);

    private static ConfigFault fault(int line) {
        Problem problem = new Problem(new Location("a.yml", line), Problem.Kind.VALUE, "must be whole");
        return new ConfigFault(problem, ConfigFault.Effect.LAST_TEXT);
    }

    private final List<String> warnings = new ArrayList<>();
    private final Logger logger = Logger.getLogger("dev.feedmill.start");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                warnings.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void a_problem_is_logged_once_until_it_is_fixed() {
        SiteLog log = new SiteLog();
        log.faults(List.of(ONE));
        log.faults(List.of(ONE, TWO));
        log.faults(List.of(TWO, ONE));
        assertThat(warnings).containsExactly(ONE.toString(), TWO.toString());
        log.faults(List.of(TWO));
        log.faults(List.of(TWO, ONE));
        assertThat(warnings).containsExactly(ONE.toString(), TWO.toString(), ONE.toString());
    }
}
