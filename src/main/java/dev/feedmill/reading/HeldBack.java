package dev.feedmill.reading;

import dev.feedmill.article.Visibility;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.article.Visibility.HeldBy;
import dev.feedmill.dialect.HoldRules;
import dev.feedmill.dialect.Site;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how far an article is held back, and by what: of several keys, the strictest holds. */
final class HeldBack {
    private static final List<String> ENDS = List.of(
            "expirydate",
            "expiredate",
            "expirationdate",
            "expiry",
            "expires",
            "expireson",
            "expiresat",
            "unpublishdate",
            "unpublishon",
            "unpublishat",
            "publishuntil",
            "validuntil");

    /** What people write where there is no end. */
    private static final Set<String> ENDLESS = Set.of("never", "none", "no", "false", "null", "~", "-", "n/a");

    /** Where Zola and Hugo keep what themes read. */
    private static final Pattern OF_THEMES = Pattern.compile("^(extra|params)\\.");

    private final FrontMatter front;
    private final Site site;
    private final ReadingRules rules;
    private final Dates dates;

    HeldBack(FrontMatter front, Site site, ReadingRules rules, Dates dates) {
        this.front = front;
        this.site = site;
        this.rules = rules;
        this.dates = dates;
    }

    private record Hold(Degree degree, @Nullable HeldBy by) {
        static final Hold NONE = new Hold(Degree.EVERYWHERE, null);

        Hold stricter(Hold other) {
            return other.degree.compareTo(degree) > 0 ? other : this;
        }
    }

    /** Who may see the article at a path that is dated so. */
    Visibility of(String path, ArticleDates.Dated dated, Instant now) {
        Hold hold = folder(path)
                .stricter(keys())
                .stricter(looseLines())
                .stricter(unreadable(ArticleDates.RELEASE, Set.of()))
                .stricter(unreadableEnd());
        String endKey = endKey();
        Instant end = endKey == null ? null : dates.parse(String.valueOf(front.text(endKey)));
        if (hold.degree() == Degree.NOWHERE) {
            return new Visibility(hold.degree(), end, hold.by());
        }
        if (end != null && endKey != null && !end.isAfter(now)) {
            return new Visibility(hold.degree(), end, by(endKey));
        }
        boolean early = dated.at().isAfter(now);
        return new Visibility(hold.degree(), end, early ? early(dated) : hold.by());
    }

    private HeldBy early(ArticleDates.Dated dated) {
        String key = dated.key();
        return key == null ? new HeldBy(0, "the date in its path") : by(key);
    }

    private Hold folder(String path) {
        for (String folder : path.split("/", -1)) {
            if (rules.draftFolders().contains(folder)) {
                return new Hold(Degree.NOWHERE, new HeldBy(0, "the folder '" + folder + "'"));
            }
        }
        return site.isDraft(path) ? new Hold(Degree.NOWHERE, new HeldBy(0, "its folder")) : Hold.NONE;
    }

    private Hold keys() {
        HoldRules known = site.holds();
        Hold hold = Hold.NONE;
        for (String key : front.keys()) {
            String rule = OF_THEMES.matcher(key).replaceFirst("");
            if (known.knows(rule)) {
                for (String value : front.choices(key)) {
                    Degree degree = known.degree(rule, value);
                    hold = degree == Degree.EVERYWHERE ? hold : hold.stricter(new Hold(degree, by(key)));
                }
            }
        }
        return hold;
    }

    private Hold looseLines() {
        Hold hold = Hold.NONE;
        for (LooseLines.Line line : front.looseLines()) {
            Degree degree = site.holds().degree(HoldRules.plain(line.key()), line.value());
            HeldBy by = new HeldBy(line.line(), quoted(line.key(), line.value()));
            hold = degree == Degree.EVERYWHERE ? hold : hold.stricter(new Hold(degree, by));
        }
        return hold;
    }

    /** An embargo or an end of which nobody can say when it is could be now. */
    private Hold unreadable(String key, Set<String> others) {
        String written = front.text(key);
        return written == null
                        || dates.parse(written) != null
                        || others.contains(written.toLowerCase(java.util.Locale.ROOT))
                ? Hold.NONE
                : new Hold(Degree.NOWHERE, new HeldBy(front.line(key), quoted(key) + ", which is no date"));
    }

    private Hold unreadableEnd() {
        Hold hold = Hold.NONE;
        for (String key : ENDS) {
            hold = hold.stricter(unreadable(key, ENDLESS));
        }
        return hold;
    }

    /** The key of the earliest end; null for none. */
    private @Nullable String endKey() {
        String first = null;
        Instant earliest = Instant.MAX;
        for (String key : ENDS) {
            String written = front.text(key);
            Instant at = written == null ? null : dates.parse(written);
            if (at != null && at.isBefore(earliest)) {
                first = key;
                earliest = at;
            }
        }
        return first;
    }

    private HeldBy by(String key) {
        return new HeldBy(front.line(key), quoted(key));
    }

    /** As the author wrote the key. */
    private String quoted(String key) {
        return quoted(front.written(key), String.join(", ", front.choices(key)));
    }

    private static String quoted(String key, String value) {
        boolean secret = HoldRules.plain(key).endsWith("password");
        return "'" + key + (secret ? "" : ": " + value) + "'";
    }
}
