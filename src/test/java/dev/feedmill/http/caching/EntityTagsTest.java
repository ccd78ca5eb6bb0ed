package dev.feedmill.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"abc\"                | true",
                "W/\"abc\"              | true",
                "w/\"abc\"              | true",
                "abc                    | true",
                "*                      | true",
                "\"x\", \"abc\"         | true",
                "\"x\",\"y\",W/\"abc\"  | true",
                ",,\"abc\",             | true",
                "\"a,b\", \"abc\"       | true",
                "\"abc-gz\"             | true",
                "\"abc-br\"             | true",
                "\"abc-gzip\"           | true",
                "\"abc--gzip\"          | true",
                "\"abc;gzip\"           | true",
                "W/\"abc-gz--gzip\"     | true",
                "\"abc-gz;gzip\"        | true",
                "\"x\", *               | true",
                "\"*\"                  | false",
                "*abc                   | false",
                "abc*                   | false",
                "\"x\"                  | false",
                "\"ABC\"                | false",
                "\"abcd\"               | false",
                "\"abc-gzi\"            | false",
                "\"x,abc\"              | false",
                "\"x\" \"y\"            | false",
                "\"abc                  | false",
                "W/                     | false",
                "\"                     | false",
                "\"\"                   | false",
                "``                     | false",
                ",                      | false"
            })
    void a_field_names_the_tag_or_it_does_not(String field, boolean named) {
        assertThat(EntityTags.match(field, "abc")).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"x-", "x--", "x-gz", "x-br", "x-gzip", "x--gzip", "x-br-gz"})
    void a_tag_that_happens_to_end_like_a_coding_is_known_in_all_codings(String tag) {
        assertThat(EntityTags.match('"' + tag + '"', tag)).isTrue();
        assertThat(EntityTags.match('"' + tag + "-gz\"", tag)).isTrue();
        assertThat(EntityTags.match('"' + tag + "-gzip\"", tag)).isTrue();
        assertThat(EntityTags.match('"' + tag + "--gzip\"", tag)).isTrue();
    }

    @Test
    void a_field_of_nothing_but_endings_names_nothing() {
        assertThat(EntityTags.match('"' + "--gzip-gzip".repeat(100_000) + '"', "abc"))
                .isFalse();
    }

    @Property
    void a_tag_is_found_wherever_it_stands_in_a_list(
            @ForAll("tags") String tag, @ForAll("tags") String before, @ForAll("tags") String after) {
        String field = '"' + before + "\" , W/\"" + tag + "\",\"" + after + '"';

        assertThat(EntityTags.match(field, tag)).isTrue();
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.strings().withChars("abAZ09-_,*/ W").ofMinLength(1).ofMaxLength(12);
    }

    @Property
    void a_field_without_a_star_and_without_the_tag_names_nothing(@ForAll("fields") String field) {
        assertThat(EntityTags.match(field, "abcdefghijklmnopqrstuv")).isFalse();
    }

    @Property
    void any_field_is_judged(@ForAll("fields") String before, @ForAll("fields") String after) {
        assertThat(EntityTags.match(before + "*" + after, "abcdefghijklmnopqrstuv"))
                .isIn(true, false);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.strings().withChars("\"W/, \tab-gz;").ofMaxLength(20);
    }
}
