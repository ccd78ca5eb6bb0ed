package dev.feedmill.http;

import dev.feedmill.article.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked for, in signs that every language knows: {@code London / Paris + Ann − Adverts}. */
final class QuestionWords {
    private final List<String> words = new ArrayList<>();

    void any(List<Term> terms) {
        if (!terms.isEmpty()) {
            add(terms.stream().map(Term::name).sorted().collect(Collectors.joining(" / ")));
        }
    }

    void none(List<Term> terms) {
        terms.stream().map(Term::name).sorted().forEach(name -> words.add("− " + name));
    }

    void languages(List<String> ranges) {
        if (!ranges.isEmpty()) {
            add(ranges.stream().sorted().collect(Collectors.joining(" / ")));
        }
    }

    void pictured(boolean asked) {
        if (asked) {
            add("🖼");
        }
    }

    void said(String typed) {
        add("“" + typed + "”");
    }

    void time(String name, Moment moment) {
        add((name.equals(Grammar.SINCE) ? "≥ " : "≤ ") + moment.text());
    }

    void pattern(String name, String pattern) {
        if (name.startsWith("filterout")) {
            words.add("− /" + pattern + "/");
        } else if (!name.equals("filter_case_sensitive")) {
            add("/" + pattern + "/");
        }
    }

    private void add(String word) {
        words.add(words.isEmpty() ? word : "+ " + word);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
