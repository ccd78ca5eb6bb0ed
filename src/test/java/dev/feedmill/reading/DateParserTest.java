package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final DateParser dates = new DateParser(SHANGHAI);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 27 Mar 2021 10:42:12 GMT | 2021-03-27T10:42:12Z",
                "2018-03-15T08:13:18+01:00 | 2018-03-15T07:13:18Z",
                "2013-05-06 02:12:52 +0200 | 2013-05-06T00:12:52Z",
                "2010-11-02 20:26:32.000000000 +00:00 | 2010-11-02T20:26:32Z",
                "2021-11-26 07:21:47 | 2021-11-25T23:21:47Z",
                "2011-04-10 | 2011-04-09T16:00:00Z",
                "2018-01-17T10:26:29.830Z | 2018-01-17T10:26:29Z",
                "2023-03-17T18:00:00 | 2023-03-17T10:00:00Z",
                "2018/6/21 16:04:21 | 2018-06-21T08:04:21Z",
                "2018/6/21 | 2018-06-20T16:00:00Z",
                "2018年6月21日 | 2018-06-20T16:00:00Z",
                "2024-05-01 08:00 America/New_York | 2024-05-01T12:00:00Z",
                "2024-05-01 08:00 CST | 2024-05-01T00:00:00Z",
                "27 Mar 2021 10:42:12 EST | 2021-03-27T15:42:12Z",
                "March 5, 2021 3:04 pm UTC | 2021-03-05T15:04:00Z",
                "Tue Mar 02 2021 10:00:00 GMT+0800 (China Standard Time) | 2021-03-02T02:00:00Z",
                "Sat Mar 27 10:42:12 UTC 2021 | 2021-03-27T10:42:12Z",
                "1616841732 | 2021-03-27T10:42:12Z",
                "1616841732000 | 2021-03-27T10:42:12Z",
                "20210327 | 2021-03-26T16:00:00Z"
            })
    void every_form_that_people_write_is_read(String written, Instant expected) {
        assertThat(dates.parse(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid Date",
                "2020-20-19",
                "2021-02-30",
                "2021-02-29 10:00",
                "2021-03-27 25:00",
                "12:30:45",
                "yes",
                "2021",
                "Sat, 32 Mar 2021",
                "27 Foo 2021",
                "2021-03-27T10:42:12+99:00",
                "2021-03-27 10:42 Mars/Base",
                "",
                "0000-01-01"
            })
    void what_no_calendar_has_is_no_date(String written) {
        assertThat(dates.parse(written)).isNull();
    }

    @Property(tries = 500)
    void what_the_standards_write_comes_back(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        Instant instant = Instant.ofEpochSecond(seconds);
        for (ZoneId zone : new ZoneId[] {ZoneId.of("UTC"), SHANGHAI, ZoneId.of("-03:30")}) {
            var time = instant.atZone(zone).toOffsetDateTime();
            assertThat(dates.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                    .isEqualTo(instant);
            assertThat(dates.parse(DateTimeFormatter.RFC_1123_DATE_TIME.format(time)))
                    .isEqualTo(instant);
            assertThat(dates.parse(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT)
                            .format(time)))
                    .isEqualTo(instant);
        }
    }

    @Property(tries = 1000)
    void no_text_makes_it_fail(@ForAll String text) {
        Instant date = dates.parse(text);
        assertThat(date == null || date.equals(Instant.ofEpochSecond(date.getEpochSecond())))
                .isTrue();
    }
}
