package dev.feedmill.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final PathPrefix[] OF_CHANNELS = {
        PathPrefix.CATEGORIES, PathPrefix.AUTHORS, PathPrefix.TAGS, PathPrefix.FEEDS
    };

    @Property
    void what_is_printed_is_parsed_again(@ForAll("addresses") Address address) {
        assertThat(Address.parse(address.rooted())).isEqualTo(address);
    }

    @Property
    void what_is_parsed_is_printed_in_one_spelling(@ForAll("paths") String path) {
        Address address = Address.parse(path);
        if (address != null) {
            assertThat(Address.parse(address.rooted())).isEqualTo(address);
            assertThat(address.rooted()).matches("[!-~]+");
        }
    }

    @Test
    void each_address_without_a_name_is_parsed() {
        assertThat(FixedAddress.values())
                .allSatisfy(fixed -> assertThat(Address.parse(fixed.rooted())).isEqualTo(fixed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                        | /",
                "/feed.rss                | /feed.rss",
                "/search.atom             | /search.atom",
                "/tags                    | /tags",
                "/tags/a                  | /tags/a",
                "/tags/a/                 | /tags/a",
                "/tags/a.json             | /tags/a.json",
                "/tags/%2e%2e/x           | /tags/../x",
                "/tags/%e9%87%91.rss      | /tags/%E9%87%91.rss",
                "/categories/a%2Fb/c      | /categories/a%2Fb/c",
                "/categories/a%20b.atom   | /categories/a%20b.atom",
                "/feeds/front/            | /feeds/front",
                "/articles/a/b            | /articles/a%2Fb",
                "/articles/a/chapters.json| /articles/a/chapters.json",
                "/files/a/金.png          | /files/a/%E9%87%91.png",
                "/source/a+b.md           | /source/a%2Bb.md",
                "/assets/site.css         | /assets/site.css",
                "/sitemaps/pages-12.xml   | /sitemaps/pages-12.xml",
                "/archive/3/feed.rss      | /archive/3/feed.rss",
                "/archive/3               | /archive/3",
                "/archive/3/              | /archive/3",
                "/archive/3/tags/a        | /archive/3/tags/a",
                "/archive/12/tags/%e9%87%91.atom | /archive/12/tags/%E9%87%91.atom",
                "/health/live             | /health/live"
            })
    void an_address_has_one_spelling(String path, String canonical) {
        assertThat(Address.parse(path)).extracting(Address::rooted).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/nothing",
                "/feed.xml",
                "/nothing/a",
                "/sitemaps/pages-0.xml",
                "/archive/",
                "/archive/0",
                "/archive/0/feed.rss",
                "/archive/03/feed.rss",
                "/archive/3/tags",
                "/archive/3/articles/a",
                "/archive/3/archive/2/feed.rss",
                "/sitemaps/x.xml",
                "//",
                "tags"
            })
    void other_paths_are_no_addresses(String path) {
        assertThat(Address.parse(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4g", "a%", "%ff", "%c0%af", "%e9%87", "%ed%a0%80", "%f8%88%80%80%80"})
    void a_malformed_path_is_no_address(String raw) {
        assertThat(Address.parse("/tags/x/" + raw)).isNull();
        assertThat(Address.parse("/articles/" + raw)).isNull();
    }

    @Test
    void a_feed_may_be_a_page_whose_name_ends_like_one() {
        Address address = Address.parse("/tags/data.json");
        Address.Feed data = new Channel(PathPrefix.TAGS, List.of("data")).feed(Format.JSON);
        assertThat(address).isEqualTo(data);
        assertThat(data.asPage().channel().segments()).containsExactly("data.json");
        assertThat(Address.parse("/tags/.json")).isEqualTo(new Channel(PathPrefix.TAGS, List.of(".json")).page());
    }

    @Test
    void a_query_follows_the_path() {
        Address latest = FixedAddress.LATEST;
        assertThat(List.of(latest.with(""), latest.with("limit=1"), latest.rooted("limit=1")))
                .containsExactly("latest", "latest?limit=1", "/latest?limit=1");
    }

    @Provide
    Arbitrary<Address> addresses() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Arbitrary<String> names = Arbitraries.oneOf(texts, Arbitraries.of("data.json", "C++", "a/b", "..", "金 融"))
                .map(PathSegments::ofName);
        Arbitrary<Channel> channels = Arbitraries.oneOf(
                Arbitraries.just(Channel.EVERYTHING),
                Combinators.combine(
                                Arbitraries.of(OF_CHANNELS),
                                names.list().ofMinSize(1).ofMaxSize(4))
                        .as(Channel::new));
        return Arbitraries.oneOf(List.of(
                channels.map(Channel::page),
                Combinators.combine(channels, Arbitraries.of(Format.values())).as(Channel::feed),
                texts.map(Address.Article::new),
                texts.map(Address.Chapters::new),
                texts.list().ofMinSize(1).ofMaxSize(4).map(Address.File::new),
                texts.list().ofMinSize(1).ofMaxSize(4).map(Address.Source::new),
                Arbitraries.of(FixedAddress.values()),
                Combinators.combine(
                                Arbitraries.of(Address.SitemapPart.Of.values()),
                                Arbitraries.integers().between(1, 99_999_999))
                        .as(Address.SitemapPart::new)));
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> folders = Arbitraries.of(Arrays.stream(PathPrefix.values())
                .map(PathPrefix::slashed)
                .filter(prefix -> !prefix.equals("//") && !prefix.equals(PathPrefix.ASSETS.slashed()))
                .toList());
        Arbitrary<String> rest = Arbitraries.of("%", "%41", "é", "\0", "?", "+", ".rss", "..", "%2F", "/a", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.contains("//") && !text.startsWith("/"));
        return Combinators.combine(folders, rest).as(String::concat);
    }
}
