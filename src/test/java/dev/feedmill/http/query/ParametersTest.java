package dev.feedmill.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Parameter;
import dev.feedmill.address.Parameter.Use;
import dev.feedmill.http.message.Query;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.web.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    /** Choices that are those without the parameter, and so in no canonical query. */
    private static final Set<String> DEFAULTS = Set.of("published", "full");

    @Property
    void any_query_is_decoded_or_left_out(@ForAll("raw") String raw) {
        assertThat(Query.of(raw).all(Parameter.TAG)).isEmpty();
    }

    @Provide
    Arbitrary<String> raw() {
        return Arbitraries.of("%", "4", "1", "f", "/", "?", "&", "=", "+", "é", "\ud83d", "\0", ";", "..", "%00", "%2F")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void a_parameter_keeps_its_values_in_order(@ForAll @Size(max = 4) List<@NotEmpty String> values) {
        List<String> sent = values.stream()
                .map(value -> new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .filter(value -> !value.isBlank())
                .toList();
        String query = String.join(
                "&",
                sent.stream()
                        .map(value -> Parameter.TAG.with(PercentCoding.encode(value)))
                        .toList());

        assertThat(Query.of(query).all(Parameter.TAG)).isEqualTo(sent);
    }

    /** The titles of feeds say what is selected; a parameter whose word is missing would make its feeds fail. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_parameter_that_titles_say_has_its_words(String language) {
        Messages messages = Messages.of(language);
        Set<Parameter> said = new TreeSet<>(Parameter.of(Use.WHICH, Use.FILTER, Use.HOW));
        // Those of RSSHub are said as what they stand for, and a cursor is not said.
        said.removeAll(Set.of(Parameter.MODE, Parameter.OPENCC, Parameter.CURSOR));
        for (Parameter parameter : said) {
            String name = parameter.toString();
            List<String> words = switch (parameter.type()) {
                case TEXT ->
                    parameter.choices().stream()
                            .filter(choice -> !DEFAULTS.contains(choice))
                            .toList();
                case TEXTS -> name.startsWith("not-") ? List.of() : List.of(name);
                case WORDS -> List.of(name, name + ".not", name + ".but");
                case TIME -> List.of(name, name + ".age");
                case SECONDS -> List.of(name + ".age");
                case NUMBER, PATTERN -> List.of(name);
                case NAME -> List.of();
            };
            assertThat(words)
                    .allSatisfy(word -> assertThat(messages.get("said." + word)).isNotBlank());
        }
    }
}
