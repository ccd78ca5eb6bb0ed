package dev.feedmill.search;

import java.util.ArrayList;
import java.util.List;

/** A word, or a run of characters in a script without spaces between words. */
final class Unit {
    private final boolean isRun;
    private final List<String> characters;
    private final List<int[]> places;

    private Unit(boolean isRun, int size) {
        this.isRun = isRun;
        this.characters = new ArrayList<>(size);
        this.places = new ArrayList<>(size);
    }

    static Unit word(String word, int start, int end) {
        Unit unit = new Unit(false, 1);
        unit.add(word, start, end);
        return unit;
    }

    static Unit run(int size) {
        return new Unit(true, size);
    }

    void add(String character, int start, int end) {
        characters.add(character);
        places.add(new int[] {start, end});
    }

    /** Returns whether it may match a longer text than itself: a single character begins pairs. */
    boolean isBeginning() {
        return isRun && characters.size() == 1;
    }

    boolean isWord() {
        return !isRun;
    }

    /**
     * Adds the unit's tokens.
     *
     * @param whole whether the match must end with the unit, so that the next unit follows directly
     */
    void addTo(List<String> tokens, boolean whole) {
        int size = characters.size();
        for (int i = 0; i < size - 1; i++) {
            tokens.add(characters.get(i) + characters.get(i + 1));
        }
        if (whole || size == 1) {
            tokens.add(characters.get(size - 1));
        }
    }

    /** Adds the offsets of the unit's tokens. */
    void addPlacesTo(List<int[]> all) {
        int size = places.size();
        for (int i = 0; i < size - 1; i++) {
            all.add(new int[] {places.get(i)[0], places.get(i + 1)[1]});
        }
        all.add(places.get(size - 1));
    }
}
