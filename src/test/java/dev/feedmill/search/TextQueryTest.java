package dev.feedmill.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextQueryTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cat dog                | cat & dog",
                "\"black cat\" dog      | black cat & dog",
                "\"black cat\" -dog     | black cat ! dog",
                "\"black cat\" dog bird | black cat & dog & bird",
                "“black cat”            | black cat",
                "「黑猫」很              | 黑猫 & 很*",
                "cat OR dog bird        | cat / dog & bird",
                "a OR b OR c            | a / b / c",
                "OR cat                 | cat",
                "cat OR                 | cat",
                "cat or dog             | cat & or & dog",
                "cat -dog               | cat ! dog",
                "cat -\"hot dog\"       | cat ! hot dog",
                "-dog                   | ! dog",
                "cat - dog              | cat & dog",
                "cat* -do*              | cat* ! do*",
                "node.js                | node js",
                "南昌                    | 南昌",
                "南昌天气 -雨            | 南昌 昌天 天气 ! 雨*",
                "\"南昌 2024\"           | 南昌 昌 2024",
                "南*                     | 南*",
                "\"open end             | open end",
                "臺灣                    | 台湾",
                "a-b                    | a b",
            })
    void a_question_is_read(String typed, String read) {
        assertThat(spelled(Objects.requireNonNull(TextQuery.read(typed, false))))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "'?!'", "'\"'", "'-'", "'OR'", "'*'"})
    void a_question_without_a_word_is_none(String typed) {
        assertThat(TextQuery.read(typed, false)).isNull();
    }

    @Property
    void nothing_that_is_typed_is_an_error(@ForAll String typed) {
        TextQuery query = TextQuery.read(typed, true);
        if (query != null) {
            assertThat(query.wanted()).allMatch(phrase -> !phrase.tokens().isEmpty() && phrase.title());
        }
    }

    private static String spelled(TextQuery query) {
        String all = query.all().stream().map(any -> spelled(any, " / ")).collect(Collectors.joining(" & "));
        return query.none().isEmpty() ? all : (all + " ! " + spelled(query.none(), " ! ")).strip();
    }

    private static String spelled(List<Phrase> phrases, String between) {
        return phrases.stream()
                .map(phrase -> String.join(" ", phrase.tokens()) + (phrase.prefix() ? "*" : ""))
                .collect(Collectors.joining(between));
    }
}
