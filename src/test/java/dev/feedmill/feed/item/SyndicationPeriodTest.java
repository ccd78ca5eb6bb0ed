package dev.feedmill.feed.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyndicationPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "PT1M, hourly, 60",
        "PT20M, hourly, 3",
        "PT1H, hourly, 1",
        "PT90M, daily, 16",
        "PT2H, daily, 12",
        "P1D, daily, 1",
        "PT7H, weekly, 24",
        "P7D, weekly, 1",
        "P5D, yearly, 73"
    })
    void the_interval_is_said_to_the_second(Duration interval, String period, long frequency) {
        assertThat(SyndicationPeriod.of(interval)).isEqualTo(new SyndicationPeriod(period, frequency));
    }

    @ParameterizedTest
    @CsvSource({"PT61M", "P30D", "PT1M1S"})
    void what_cannot_be_said_to_the_second_is_not_said(Duration interval) {
        assertThat(SyndicationPeriod.of(interval)).isNull();
    }
}
