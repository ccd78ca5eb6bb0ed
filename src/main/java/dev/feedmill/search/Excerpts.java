package dev.feedmill.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the parts of texts that match a query. */
public final class Excerpts {
    /** Limit of the characters of a text that are searched. */
    private static final int DEPTH = 100_000;

    private static final String MORE = "…";

    private final List<Phrase> wanted;

    /**
     * Creates a finder.
     *
     * @param query whose phrases are highlighted
     */
    public Excerpts(TextQuery query) {
        this.wanted = query.wanted();
    }

    private record Match(int phrase, int start, int end) {}

    /** Returns the whole of a title. */
    public Excerpt title(String title) {
        String text = Tokenizer.normal(title);
        return new Excerpt(pieces(text, matches(text, true), 0, text.length()));
    }

    /** Returns about {@code length} characters of a body's text, where it matches the query best. */
    public Excerpt body(String body, int length) {
        String text = Tokenizer.normal(body.length() > DEPTH ? body.substring(0, DEPTH) : body);
        List<Match> matches = matches(text, false);
        int start = matches.isEmpty() ? 0 : start(text, best(matches, length).start() - length / 4);
        int end = end(text, Math.min(text.length(), start + length));
        List<Excerpt.Piece> pieces = new ArrayList<>();
        if (start > 0) {
            pieces.add(new Excerpt.Piece(MORE, false));
        }
        pieces.addAll(pieces(text, matches, start, end));
        if (end < body.length()) {
            pieces.add(new Excerpt.Piece(MORE, false));
        }
        return new Excerpt(pieces);
    }

    private List<Match> matches(String text, boolean title) {
        List<String> tokens = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (Unit unit : Tokenizer.units(text)) {
            unit.addTo(tokens, true);
            unit.addPlacesTo(places);
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            for (int p = 0; p < wanted.size(); p++) {
                Phrase phrase = wanted.get(p);
                if ((title || !phrase.title()) && phrase.matches(tokens, i)) {
                    matches.add(new Match(p, places.get(i)[0], end(phrase, places, i)));
                }
            }
        }
        return matches;
    }

    /** Returns the end of a match; a single character that begins a pair ends alone. */
    private static int end(Phrase phrase, List<int[]> places, int at) {
        int last = at + phrase.tokens().size() - 1;
        String token = phrase.tokens().get(phrase.tokens().size() - 1);
        boolean single = phrase.prefix() && Letters.kind(token.codePointAt(0)) == Letters.RUN;
        return single ? Math.min(places.get(last)[1], places.get(last)[0] + token.length()) : places.get(last)[1];
    }

    /** Returns the first match with the most phrases near after it, then with the most matches. */
    private Match best(List<Match> matches, int length) {
        Map<Match, Integer> worth = new HashMap<>();
        int[] counts = new int[wanted.size()];
        int last = 0;
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            while (last < matches.size() && matches.get(last).end() <= match.start() + length * 3 / 4) {
                counts[matches.get(last++).phrase()]++;
            }
            int different = 0;
            for (int count : counts) {
                different += count > 0 ? 1 : 0;
            }
            worth.put(match, different * matches.size() + Math.min(last - i, matches.size() - 1));
            if (last > i) {
                counts[match.phrase()]--;
            } else {
                last = i + 1;
            }
        }
        return matches.stream()
                .max(Comparator.<Match>comparingInt(match -> worth.getOrDefault(match, 0))
                        .thenComparing(Comparator.comparingInt(Match::start).reversed()))
                .orElseThrow();
    }

    private static List<Excerpt.Piece> pieces(String text, List<Match> matches, int start, int end) {
        List<Excerpt.Piece> pieces = new ArrayList<>();
        int at = start;
        int i = 0;
        while (i < matches.size()) {
            int from = Math.max(matches.get(i).start(), at);
            int to = matches.get(i).end();
            i++;
            while (i < matches.size() && matches.get(i).start() <= to) {
                to = Math.max(to, matches.get(i++).end());
            }
            int until = Math.min(to, end);
            if (from < until) {
                add(pieces, text.substring(at, from), false);
                add(pieces, text.substring(from, until), true);
                at = until;
            }
        }
        add(pieces, text.substring(at, Math.max(at, end)), false);
        return pieces;
    }

    private static void add(List<Excerpt.Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Excerpt.Piece(text, found));
        }
    }

    /** Returns a start that is not within a word, if one begins shortly before. */
    private static int start(String text, int wished) {
        int at = Math.max(0, wished);
        for (int i = at; i > Math.max(0, at - 20); i--) {
            if (Letters.kind(text.charAt(i - 1)) == Letters.NONE) {
                return i;
            }
        }
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static int end(String text, int wished) {
        for (int i = wished; i < Math.min(text.length(), wished + 20); i++) {
            if (Letters.kind(text.charAt(i)) == Letters.NONE) {
                return i;
            }
        }
        return wished < text.length() && Character.isLowSurrogate(text.charAt(wished)) ? wished + 1 : wished;
    }
}
