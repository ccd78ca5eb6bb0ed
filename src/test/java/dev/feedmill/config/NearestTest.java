package dev.feedmill.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.setting.Setting;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final Set<String> KEYS =
            SettingsReader.known().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));

    @ParameterizedTest
    @CsvSource({
        "server.prot,server.port",
        "sever.port,server.port",
        "server.baseUrl,server.base-url",
        "server.base_url,server.base-url",
        "SERVER.PORT,server.port",
        "port,server.port",
        "titel,site.title",
        "site.timezone,site.zone",
        "articles.draft-folder,articles.draft-folders",
        "server.title,site.title",
        "limit,latest.limit"
    })
    void a_slip_of_the_pen_is_understood(String written, String meant) {
        assertThat(Nearest.meant(written, KEYS)).contains(meant);
        assertThat(Nearest.isNear(written, meant)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "foo", "color", "server.tls-certificate", "FEEDMILL_HOME_DIRECTORY", "cache.redis", "金融"})
    void what_is_far_from_every_name_is_near_none(String written) {
        assertThat(Nearest.isNear(written, Nearest.to(written, KEYS))).isFalse();
    }

    @Property(tries = 200)
    void no_other_name_is_nearer(@ForAll @StringLength(max = 30) String written) {
        int least = Nearest.distance(written, Nearest.to(written, KEYS));

        assertThat(KEYS)
                .allSatisfy(key -> assertThat(Nearest.distance(written, key)).isGreaterThanOrEqualTo(least));
    }

    @Test
    void a_name_is_nearest_to_itself_and_stays_so_with_any_letter_less() {
        for (String key : KEYS) {
            assertThat(Nearest.to(key, KEYS)).isEqualTo(key);
            for (int cut = 0; cut < key.length(); cut++) {
                String shorter = key.substring(0, cut) + key.substring(cut + 1);
                assertThat(Nearest.to(shorter, KEYS)).isEqualTo(KEYS.contains(shorter) ? shorter : key);
            }
        }
    }

    @Property
    void the_order_of_the_known_names_does_not_matter(
            @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(max = 4) String> names,
            @ForAll @AlphaChars @StringLength(max = 4) String written) {
        List<String> sorted = names.stream().sorted().toList();

        assertThat(Nearest.to(written, names)).isEqualTo(Nearest.to(written, sorted));
    }

    @Test
    void an_endless_name_is_compared_by_its_beginning() {
        assertThat(Nearest.distance("x".repeat(10 << 20), "x")).isEqualTo(Nearest.distance("x".repeat(100), "x"));
    }
}
