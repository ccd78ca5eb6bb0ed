package dev.feedmill.search;

/** Chinese script: traditional or simplified. */
public enum Script {
    AS_WRITTEN,
    SIMPLIFIED,
    TRADITIONAL;

    /**
     * Converts a text to this script, word by word; text that is not Chinese stays as it is. Loads the dictionaries on
     * first use.
     */
    public String of(String text) {
        return switch (this) {
            case AS_WRITTEN -> text;
            case SIMPLIFIED -> Dictionaries.CONVERTER.toSimple(text);
            case TRADITIONAL -> Dictionaries.CONVERTER.toTraditional(text);
        };
    }
}
