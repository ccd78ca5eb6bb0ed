package dev.feedmill.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                " Sun, 06 Nov 1994 08:49:37 GMT "
            })
    void all_three_forms_are_read(String field) {
        assertThat(HttpDates.parse(field)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "yesterday",
                "1994-11-06T08:49:37Z",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 +0100",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "So, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT"
            })
    void what_is_no_date_is_none(String field) {
        assertThat(HttpDates.parse(field)).isNull();
    }

    @Property
    void what_is_written_is_read_again(@ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
        Instant instant = Instant.ofEpochSecond(second);

        assertThat(HttpDates.format(instant)).hasSize(29);
        assertThat(HttpDates.parse(HttpDates.format(instant))).isEqualTo(instant);
    }

    @Property
    void any_text_is_a_date_or_none(@ForAll @StringLength(max = 40) String text) {
        assertThat(HttpDates.parse(text)).isNull();
    }
}
