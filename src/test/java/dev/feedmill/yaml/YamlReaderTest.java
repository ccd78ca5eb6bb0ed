package dev.feedmill.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final YamlReader reader = new YamlReader(YamlLimits.of(65_536));

    private Mapping fields(String text) {
        Parsed<Mapping> parsed = reader.read("a.md", 2, text);
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return ((Parsed.Read<Mapping>) parsed).value();
    }

    private Node value(String text) {
        return Objects.requireNonNull(fields(text).get("k"));
    }

    private List<String> problems(String text) {
        return reader.read("a.md", 2, text).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private void refuses(String text, Kind kind) {
        Parsed<Mapping> parsed = reader.read("a.md", 2, text);
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        assertThat(parsed.problems()).extracting(Problem::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "010", "12:30:45", "1e3", "2021", "0x1F", "2021-03-27 10:42:12", ".inf", "true"})
    void a_value_stays_what_was_written(String written) {
        assertThat(value("k: " + written)).isEqualTo(new Scalar(written, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"k:|``", "k: ~|``", "k: null|``", "k: 'null'|null", "k: '~'|~", "k: ''|``", "k: !!str null|null"})
    void nothing_is_an_empty_text_unless_it_is_quoted(String written, String text) {
        assertThat(value(written)).isEqualTo(new Scalar(text, 2));
    }

    @Test
    void every_value_and_key_knows_its_line_in_the_file() {
        Mapping fields = fields("a: 1\n\nb:\n - x\n\n - [y, z]\nc:\n  d: 2\n");

        assertThat(fields.line()).isEqualTo(2);
        assertThat(fields.lineOf("b")).isEqualTo(4);
        assertThat(fields.get("b"))
                .isEqualTo(new Sequence(
                        List.of(new Scalar("x", 5), new Sequence(List.of(new Scalar("y", 7), new Scalar("z", 7)), 7)),
                        5));
        assertThat(fields.lineOf("c")).isEqualTo(8);
        assertThat(((Mapping) Objects.requireNonNull(fields.get("c"))).lineOf("d"))
                .isEqualTo(9);
        assertThat(fields.lineOf("missing")).isEqualTo(2);
    }

    @Test
    void keys_keep_their_order() {
        assertThat(fields("z: 1\na: 2\nm: 3").keys()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "{}"})
    void a_text_without_keys_is_an_empty_mapping(String text) {
        assertThat(fields(text).keys()).isEmpty();
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void the_last_of_two_equal_keys_wins_and_both_lines_are_named() {
        assertThat(value("k: 1\nother: 2\nk: 3")).isEqualTo(new Scalar("3", 4));
        assertThat(problems("k: 1\nother: 2\nk: 3"))
                .containsExactly("a.md:4: 'k' must stand once; it stands in line 2 too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!ruby/object:Foo {a: 1}",
                "!!javax.script.ScriptEngineManager [x]",
                "!!python/object/apply:os.system [ls]",
                "!!binary aGVsbG8=",
                "!unknown text"
            })
    void a_value_of_a_named_type_is_left_out_and_the_rest_is_kept(String value) {
        Parsed<Mapping> parsed = reader.read("a.md", 2, "a: 1\nk: " + value + "\nz: 2");

        assertThat(parsed.problems())
                .as(parsed.toString())
                .extracting(Problem::kind)
                .containsExactly(Kind.UNSAFE_VALUE);
        assertThat(parsed.problems()).extracting(p -> p.location().line()).containsExactly(3);
        assertThat(((Parsed.Read<Mapping>) parsed).value().keys()).containsExactly("a", "z");
    }

    @Test
    void control_characters_are_blanked_and_reported_with_their_line() {
        assertThat(value("k: a\u0008b\u007fc")).isEqualTo(new Scalar("a b c", 2));
        assertThat(problems("a: 1\nk: a\u007fb"))
                .containsExactly("a.md:3: U+007F must not stand in YAML; it is read as a space");
        assertThat(problems("k: \ud83d"))
                .containsExactly("a.md:2: U+D83D must not stand in YAML; it is read as a space");
    }

    @Test
    void astral_characters_stay() {
        assertThat(value("k: 😱漢")).isEqualTo(new Scalar("😱漢", 2));
    }

    @Test
    void merged_keys_fill_what_the_mapping_lacks() {
        Mapping fields = fields("base: &b\n  draft: true\n  title: x\n<<: *b\ntitle: y");

        assertThat(fields.get("draft")).isEqualTo(new Scalar("true", 3));
        assertThat(fields.lineOf("draft")).isEqualTo(3);
        assertThat(fields.get("title")).isEqualTo(new Scalar("y", 6));
        assertThat(fields("a: &a {x: 1}\nb: &b {x: 2, y: 3}\n<<: [*a, *b]").get("x"))
                .isEqualTo(new Scalar("1", 2));
        assertThat(problems("<<: words")).containsExactly("a.md:2: '<<' must be followed by a mapping; it is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b", "just words", "[1, 2]"})
    void what_is_no_mapping_is_refused(String text) {
        refuses(text, Kind.FRONT_MATTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: a: b",
                "k: @foo",
                "k: [draft] x",
                "k: 'it's'",
                "k:\tv\n\tx: 1",
                "k: \"\\U00110000\"",
                "k: \"\\UFFFFFFFF\"",
                "%YAML 1.99999999999\n---\nk: v",
                "%YAML 99999999999.1\n---\nk: v",
                "%TAG ! tag:%FF%FE,2000:\n---\nk: !x v",
                "k: !%FF v",
                "k: *nothing",
                "a: 1\n---\nb: 2"
            })
    void what_is_no_yaml_is_refused(String text) {
        refuses(text, Kind.FRONT_MATTER);
    }

    @Test
    void a_refusal_names_the_line_of_the_fault() {
        assertThat(problems("a: 1\nb: 2\ntitle: x: y"))
                .singleElement()
                .asString()
                .startsWith("a.md:4: not valid YAML: ");
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", List.of(before, before, before, before))));
        }
        refuses(bomb.toString(), Kind.LIMIT);
    }

    @Test
    void many_aliases_are_refused() {
        refuses("a: &a [x]\nb: [" + "*a, ".repeat(60) + "x]", Kind.LIMIT);
    }

    @Test
    void a_list_in_itself_is_refused() {
        refuses("k: &a [*a]", Kind.LIMIT);
        refuses("k: &a\n  b: *a", Kind.LIMIT);
        refuses("k: &a\n  <<: *a", Kind.LIMIT);
    }

    @Test
    void deep_nesting_is_refused() {
        refuses("k: " + "[".repeat(60) + "]".repeat(60), Kind.LIMIT);
        refuses("k: " + "[".repeat(30_000), Kind.LIMIT);
        refuses("? ".repeat(30_000), Kind.LIMIT);
        refuses("- ".repeat(30_000), Kind.LIMIT);
    }

    @Test
    void a_text_that_is_too_long_or_holds_too_much_is_refused() {
        refuses("k: " + "x".repeat(70_000), Kind.LIMIT);
        refuses("k: [" + "x,".repeat(20_000) + "]", Kind.LIMIT);
    }

    @Property
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 200) String text) {
        Parsed<Mapping> parsed = reader.read("a.md", 2, text);

        assertThat(parsed.problems())
                .allSatisfy(p -> assertThat(p.location().line()).isGreaterThanOrEqualTo(2));
    }

    @Property(tries = 5_000)
    void any_mix_of_what_yaml_gives_a_meaning_is_read_or_refused(@ForAll("yamlish") String text) {
        assertThat(reader.read("a.md", 2, text)).isNotNull();
    }

    @Provide
    Arbitrary<String> yamlish() {
        return Arbitraries.of(
                        "a", "b: ", ": ", "- ", "\n", "\n  ", "? ", "[", "]", "{", "}", ", ", "&x ", "*x", "<<: ", "!",
                        "!!", "!<", ">", "|", "\"", "'", "\\", "u", "U", "FFFF", "%YAML ", "%TAG ", "1.1", "---", "...",
                        "#", "\t", "@", "~", "0", "\u00e9", "\ud83d", "\u0000", "\u2028", "\ufeff", "|2+", ">-")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Test
    void a_value_can_be_any_text_when_it_is_quoted() {
        assertThat(value("k: \"a\\tb\\u00e9\"")).isEqualTo(new Scalar("a\tbé", 2));
    }
}
