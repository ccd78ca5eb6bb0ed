package dev.feedmill.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an author writes into one file. */
record Post(Words words, Front front, Look look) {
    /** Begins every title, whatever is changed about it, and is another one in each article that is not a copy. */
    private static final Pattern BIRD = Pattern.compile("^[A-Z][a-z]+ [0-9]+");

    private static final List<String> VOCABULARY =
            List.of("river", "stone", "window", "paper", "winter", "garden", "letter", "bridge", "copper", "evening");

    /**
     * The text.
     *
     * @param bird whom the article is about; copies share it
     * @param text another number is a wholly different text
     * @param edition another number is nearly the same text
     */
    record Words(String bird, int text, int edition) {
        /** Stands in the body, and in no other one. */
        String mark() {
            return bird.toLowerCase(java.util.Locale.ROOT).replace(" ", "") + "t" + text + "e" + edition;
        }

        String body() {
            Random random = new Random(bird.hashCode() * 31L + text);
            return random.ints(40, 0, 1_000)
                            .mapToObj(i -> VOCABULARY.get(i % VOCABULARY.size()) + i)
                            .collect(Collectors.joining(" "))
                    + ".\n\nThis is " + mark() + ".\n";
        }
    }

    /**
     * The front matter.
     *
     * @param date null for the time of the file
     * @param guid null where the program makes the id
     */
    record Front(
            String title, @Nullable Instant date, @Nullable String guid, List<String> categories, boolean draft) {}

    /**
     * What no reader of a feed can see.
     *
     * @param note a key that nobody reads; 0 for none
     * @param open whether the front matter never ends, so that the file cannot be read
     */
    record Look(boolean crlf, int note, boolean open) {
        static final Look PLAIN = new Look(false, 0, false);
    }

    /** The bird of an entry by its title. */
    static String bird(String title) {
        Matcher bird = BIRD.matcher(title);
        if (!bird.find()) {
            throw new AssertionError("no article was ever called '" + title + "'");
        }
        return bird.group();
    }

    Post with(Words other) {
        return new Post(other, front, look);
    }

    Post with(Front other) {
        return new Post(words, other, look);
    }

    Post with(Look other) {
        return new Post(words, front, other);
    }

    Post edited(int edition) {
        return with(new Words(words.bird(), words.text(), edition));
    }

    Post titled(String title) {
        return with(new Front(title, front.date(), front.guid(), front.categories(), front.draft()));
    }

    Post dated(@Nullable Instant date) {
        return with(new Front(front.title(), date, front.guid(), front.categories(), front.draft()));
    }

    Post filed(List<String> categories) {
        return with(new Front(front.title(), front.date(), front.guid(), categories, front.draft()));
    }

    Post draft(boolean draft) {
        return with(new Front(front.title(), front.date(), front.guid(), front.categories(), draft));
    }

    String text() {
        StringBuilder text = new StringBuilder("---\n");
        text.append("title: ").append(front.title()).append("\nauthor: Ann\n");
        if (front.date() != null) {
            text.append("date: ").append(front.date()).append('\n');
        }
        if (front.guid() != null) {
            text.append("guid: ").append(front.guid()).append('\n');
        }
        if (!front.categories().isEmpty()) {
            text.append("categories: ").append(front.categories()).append('\n');
        }
        if (front.draft()) {
            text.append("draft: true\n");
        }
        if (look.note() > 0) {
            text.append("note: ").append(look.note()).append('\n');
        }
        text.append(look.open() ? "" : "---\n").append('\n').append(words.body());
        return look.crlf() ? text.toString().replace("\n", "\r\n") : text.toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a reader of a feed sees the same of both, their dates aside. */
    boolean readsAs(Post other) {
        return words.equals(other.words)
                && front.title().equals(other.front.title())
                && front.categories().equals(other.front.categories());
    }

    /** Whether both are of one title and date and nearly the same text. */
    boolean resembles(Post other) {
        return words.bird().equals(other.words.bird())
                && words.text() == other.words.text()
                && front.title().equals(other.front.title())
                && Objects.equals(front.date(), other.front.date());
    }
}
