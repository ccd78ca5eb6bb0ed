package dev.feedmill.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Podcast;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says of a podcast, rightly and wrongly. */
class PodcastFaultsTest {
    private static Parsed<Settings> settings(String podcast) {
        String text = "categories:\n- category: Hives\n  podcast:" + podcast.replace("\n", "\n    ") + "\n";
        return SettingsReader.read("f.yaml", text, Map.of(), Map.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "titel: The Hive                        | 'titel' is none of the keys of 'podcast': title,",
                "title: [a]                             | 'podcast.title' must be one line of text, not",
                "description: {a: b}                    | 'podcast.description' must be a text, not",
                "language: English, of course           | 'podcast.language' must be a language tag such as en or zh-CN, not 'English, of course'",
                "link: ftp://a.example/                 | 'podcast.link' must be an http or https address, not 'ftp://a.example/'",
                "new-feed-url: somewhere                | 'podcast.new-feed-url' must be an http or https address, not 'somewhere'",
                "explicit: perhaps                      | 'podcast.explicit' must be true or false, not 'perhaps'",
                "locked: 1                              | 'podcast.locked' must be true or false, not '1'",
                "type: weekly                           | 'podcast.type' must be episodic or serial, not 'weekly'",
                "guid: 17                               | 'podcast.guid' must be a UUID, not '17'",
                "artwork: ../cover.jpg                  | 'podcast.artwork' must be the address of a picture, or its path in the articles folder, not '../cover.jpg'",
                "artwork: c:/cover.jpg                  | 'podcast.artwork' must be the address of a picture, or its path in the articles folder, not 'c:/cover.jpg'",
                "owner: Ada                             | 'podcast.owner' must have keys: name, email",
                "owner: {name: Ada}                     | 'podcast.owner.email' must be an address of mail, not",
                "owner: {email: ada at example.org}     | 'podcast.owner.email' must be an address of mail, not 'ada at example.org'",
                "owner: {mail: a@b.example}             | 'mail' is none of the keys of 'podcast.owner': name, email; did you mean 'email'?",
                "category: Bees                         | 'podcast.category' must be of Apple's list, such as 'Arts > Books', not 'Bees'; did you mean",
                "category: [Science, {a: b}]            | 'podcast.category' must be of Apple's list, such as 'Arts > Books', not",
                "funding: https://a.example/            | 'podcast.funding' must have keys: url, text",
                "funding: {text: Help}                  | every item of 'podcast.funding' must have 'url'",
                "funding: {url: x}                      | 'podcast.funding.url' must be an http or https address, not 'x'",
                "people: {role: guest}                  | every item of 'podcast.people' must have 'name'",
                "people: {name: '', role: guest}        | every item of 'podcast.people' must have 'name'",
                "people: [[Ada]]                        | 'podcast.people' must have keys: name, role, group, url, image",
                "people: {name: Ada, url: x}            | 'podcast.people.url' must be an http or https address, not 'x'",
                "value: lightning                       | 'podcast.value' must have keys: type, method, suggested, recipients",
                "value: {type: lightning}               | 'podcast.value' must have 'type' and 'method'",
                "value: {type: a, method: b, recipients: [{type: node, address: x, split: half}]} | every item of 'podcast.value.recipients' must have 'type', 'address' and a number as 'split'"
            })
    void what_is_wrong_is_said_with_its_line(String written, String message) {
        Parsed<Settings> parsed = settings("\n" + written);
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        assertThat(parsed.problems())
                .extracting(Problem::toString)
                .anySatisfy(problem -> assertThat(problem).startsWith("f.yaml:4: " + message));
    }

    @Test
    void a_podcast_without_keys_is_a_fault_that_lists_the_keys() {
        assertThat(settings(" yes").problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("f.yaml:3: 'podcast' must have keys: title, description,");
    }

    @Test
    void all_that_is_right_is_taken() {
        Parsed<Settings> parsed = settings("""

                title: The Hive
                description: Bees, week by week.
                owner: {name: Ada, email: ada@example.org}
                category: [Science > Nature, Arts]
                explicit: TRUE
                artwork: art/cover.jpg
                type: serial
                guid: 917393E3-1B1E-5CEF-ACE4-EDAA54E1F810
                funding: {url: https://a.example/help, text: Help}
                people: [Ada, {name: Bob, role: guest}]
                value:
                  type: lightning
                  method: keysend
                  recipients: [{type: node, address: x, split: 95}]
                """);
        assertThat(parsed.problems()).isEmpty();
        Settings.Category category =
                ((Parsed.Read<Settings>) parsed).value().categories().get(0);
        Podcast podcast = category.rule().podcast();
        assertThat(podcast).isNotNull();
        assertThat(podcast.explicit()).isTrue();
        assertThat(podcast.topics()).hasSize(2);
        assertThat(podcast.publication().guid()).isEqualTo("917393e3-1b1e-5cef-ace4-edaa54e1f810");
        assertThat(podcast.support().people())
                .extracting(person -> person.name() + person.role())
                .isEqualTo(List.of("Ada", "Bobguest"));
    }
}
