package dev.feedmill.pages.article;

import dev.feedmill.html.text.WordCount;

/** The time that people need for a text. */
final class ReadingTime {
    /** Brysbaert 2019, "How many words do we read per minute?": adults, silently, English non-fiction. */
    private static final double WORDS_PER_MINUTE = 238;

    /** Chinese and Japanese characters, as Medium counts them; also those of other scripts without spaces. */
    private static final double CHARACTERS_PER_MINUTE = 500;

    private ReadingTime() {}

    /** Returns whole minutes; 0 for less than half of one, which is not worth a word. */
    static int minutes(String text) {
        WordCount count = WordCount.of(text);
        return (int) Math.round(count.words() / WORDS_PER_MINUTE + count.characters() / CHARACTERS_PER_MINUTE);
    }
}
