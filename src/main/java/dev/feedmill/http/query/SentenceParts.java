package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@link SelectionSentence} in the words of one language: names, quotations, days and ages. */
final class SentenceParts {
    /** Further names are counted: a title is read, not searched. */
    private static final int NAMED = 8;

    private static final int MAX_QUOTED = 60;
    private static final Pattern PLACE = Pattern.compile("\\{([01])}");
    private static final Pattern AMBIGUOUS = Pattern.compile("[,;\"“”、，；或]|(?U)\\b(or|but|by|not)\\b");
    private static final Pattern DIRECTIONS = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    /** Times that no calendar shows stay as they are written. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** The first character from which on text needs no spaces around it in Chinese: marks and ideographs. */
    private static final char WIDE = '\u2018';

    private final Messages language;
    private final ZoneId zone;

    SentenceParts(Messages language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /**
     * A phrase with its values, by the parameter or choice that it says. In Chinese, spaces stand only between an
     * ideograph and what is none.
     */
    String fill(String key, String... values) {
        String phrase = language.get("said." + key);
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(phrase);
        int at = 0;
        while (place.find()) {
            String value = values[Integer.parseInt(place.group(1))];
            boolean joins = isTight() && !value.isEmpty() && value.charAt(0) >= WIDE;
            String before = between(phrase.substring(at, place.start()), filled);
            filled.append(joins ? before.stripTrailing() : before).append(value);
            at = place.end();
        }
        return filled.append(between(phrase.substring(at), filled)).toString();
    }

    /** The part of a phrase that follows what is filled already. */
    private String between(String part, StringBuilder filled) {
        boolean joins = isTight() && filled.length() > 0 && filled.charAt(filled.length() - 1) >= WIDE;
        return joins ? part.stripLeading() : part;
    }

    private boolean isTight() {
        return language.locale().equals(Locale.CHINESE);
    }

    /** The names of terms as alternatives, with their parents, since two terms may have the same name. */
    String names(List<Term> terms) {
        return either(terms.stream()
                .map(Term::trail)
                .sorted()
                .map(this::name)
                .distinct()
                .toList());
    }

    /** A name that cannot be taken for a part of the sentence: in quotation marks if it has words or marks of one. */
    private String name(String name) {
        return AMBIGUOUS.matcher(name).find() ? quoted(name) : isolated(name);
    }

    /** A text in quotation marks, cut where it is long. */
    String quoted(String text) {
        String inner = text.replace('“', '‘').replace('”', '’').replace('"', '\'');
        return "“" + isolated(PlainText.cut(inner, MAX_QUOTED)) + "”";
    }

    String pattern(String pattern) {
        return "/" + isolated(PlainText.cut(pattern, MAX_QUOTED)) + "/";
    }

    /** A text of one line, without control characters and without what changes the direction of others. */
    static String plain(String text) {
        return PlainText.collapse(DIRECTIONS.matcher(XmlText.clean(text)).replaceAll(""));
    }

    /** A text whose direction does not change that of the sentence. */
    private static String isolated(String text) {
        String clean = plain(text);
        return clean.codePoints().anyMatch(SentenceParts::isRightToLeft) ? "\u2068" + clean + "\u2069" : clean;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** The name of a language; its tag if it has no word. */
    String language(String tag) {
        String name = language.find("language." + tag);
        return name == null ? tag : name;
    }

    /** Alternatives: {@code one, another or a third}. */
    String either(List<String> all) {
        return joined(all, "or");
    }

    private String joined(List<String> all, String last) {
        List<String> some = new ArrayList<>(all.size() > NAMED ? all.subList(0, NAMED) : all);
        if (all.size() > NAMED) {
            some.add(language.get("said.others", all.size() - NAMED));
        }
        if (some.isEmpty()) {
            return "";
        }
        String joined = some.get(0);
        for (int i = 1; i < some.size(); i++) {
            joined = fill(i == some.size() - 1 ? last : "list", joined, some.get(i));
        }
        return joined;
    }

    /** The words of which all must be there, of alternatives one. */
    String wanted(List<TextQuery.Word> words) {
        List<List<String>> groups = new ArrayList<>();
        for (TextQuery.Word word : words) {
            if (word.isOther()) {
                groups.get(groups.size() - 1).add(quoted(word.text()));
            } else if (!word.isWithout()) {
                groups.add(new ArrayList<>(List.of(quoted(word.text()))));
            }
        }
        return joined(groups.stream().map(group -> group(group, groups.size())).toList(), "and");
    }

    /** Alternatives, in brackets if something else must be there too. */
    private String group(List<String> group, int groups) {
        String either = either(group);
        return group.size() > 1 && groups > 1 ? fill("group", either) : either;
    }

    /** A limit on a time: a day, a time of day or an age. */
    String time(String key, TimeBound bound) {
        if (!bound.isMoving()) {
            return fill(key, moment(bound.text()));
        }
        boolean isUpper = key.equals(Parameter.UNTIL.toString());
        return fill(key + ".age", age(bound, isUpper ? ".than" : ".last"));
    }

    private String moment(String text) {
        if (text.length() == "2024-05-01".length()) {
            return language.date("day", LocalDate.parse(text));
        }
        Instant time = Instant.parse(text);
        return time.isBefore(FIRST) || time.isAfter(LAST) ? text : language.date("moment", time.atZone(zone));
    }

    /** @param alone ending of the phrase for one of a unit, if there is no other unit */
    private String age(TimeBound bound, String alone) {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("years", bound.months() / 12L);
        units.put("months", bound.months() % 12L);
        units.put("days", bound.rest().toDays());
        units.put("hours", (long) bound.rest().toHoursPart());
        units.put("minutes", (long) bound.rest().toMinutesPart());
        units.put("seconds", (long) bound.rest().toSecondsPart());
        units.values().removeIf(number -> number == 0);
        if (units.isEmpty()) {
            return language.get("said.seconds", 0);
        }
        List<String> said = new ArrayList<>();
        units.forEach((unit, number) -> said.add(
                number == 1 && units.size() == 1
                        ? language.get("said." + unit + alone)
                        : language.get("said." + unit, number)));
        return String.join(language.get("said.plus"), said);
    }
}
