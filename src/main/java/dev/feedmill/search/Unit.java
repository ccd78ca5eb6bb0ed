package dev.feedmill.search;

import java.util.ArrayList;
import java.util.List;

/** A word, or characters of a script that does not set words apart. */
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

    /** Whether more of it may follow in a text than a question names: a single character begins pairs. */
    boolean isBeginning() {
        return isRun && characters.size() == 1;
    }

    boolean isWord() {
        return !isRun;
    }

    /** @param whole whether it must end where the unit does, so that what follows stands right behind it */
    void addTo(List<String> tokens, boolean whole) {
        int size = characters.size();
        for (int i = 0; i < size - 1; i++) {
            tokens.add(characters.get(i) + characters.get(i + 1));
        }
        if (whole || size == 1) {
            tokens.add(characters.get(size - 1));
        }
    }

    /** Where the tokens of the whole begin and end. */
    void addPlacesTo(List<int[]> all) {
        int size = places.size();
        for (int i = 0; i < size - 1; i++) {
            all.add(new int[] {places.get(i)[0], places.get(i + 1)[1]});
        }
        all.add(places.get(size - 1));
    }
}
