package dev.feedmill.search;

/** How Chinese is written. */
public enum Script {
    AS_WRITTEN,
    SIMPLIFIED,
    TRADITIONAL;

    /**
     * The text in this script, word for word; all that is not Chinese stays as it is. The dictionaries are loaded when they
     * are first needed.
     */
    public String of(String text) {
        return switch (this) {
            case AS_WRITTEN -> text;
            case SIMPLIFIED -> Dictionaries.CONVERTER.toSimple(text);
            case TRADITIONAL -> Dictionaries.CONVERTER.toTraditional(text);
        };
    }
}
