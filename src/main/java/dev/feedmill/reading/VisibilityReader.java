package dev.feedmill.reading;

import dev.feedmill.article.Visibility;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.article.Visibility.HeldBy;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.rule.HoldRules;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.FrontMatter.Found;
import dev.feedmill.reading.header.LenientHeaderScanner;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.yaml.Mapping;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines how far an article is held back, and by which key; the strictest of several keys wins. */
final class VisibilityReader {
    private static final Set<String> ENDS = Set.of(
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

    /** Values that authors write for "no end". */
    private static final Set<String> ENDLESS = Set.of("never", "none", "no", "false", "null", "~", "-", "n/a");

    private final FrontMatter front;
    private final GeneratorSite site;
    private final ReadingRules rules;
    private final DateParser dates;

    VisibilityReader(FrontMatter front, GeneratorSite site, ReadingRules rules, DateParser dates) {
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

    /** Returns the visibility of the article at a path with this date. */
    Visibility of(String path, ArticleDates.Dated dated, Instant now) {
        Hold hold = folder(path).stricter(keys()).stricter(uncertainLines()).stricter(unreadable());
        Found endKey = endKey();
        Instant end = endKey == null ? null : date(endKey);
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
        Found key = dated.key();
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
        HoldRules known = site.holdRules();
        Hold hold = Hold.NONE;
        for (Found found : front.all()) {
            if (known.knows(found.rule())) {
                for (String value : found.choices()) {
                    Degree degree = known.degree(found.rule(), value);
                    hold = degree == Degree.EVERYWHERE ? hold : hold.stricter(new Hold(degree, by(found)));
                }
            }
        }
        return hold;
    }

    private Hold uncertainLines() {
        Hold hold = Hold.NONE;
        for (LenientHeaderScanner.Line line : front.uncertainLines()) {
            Degree degree = site.holdRules().degree(Mapping.plain(line.key()), line.value());
            HeldBy by = new HeldBy(line.line(), quoted(line.key(), line.value()));
            hold = degree == Degree.EVERYWHERE ? hold : hold.stricter(new Hold(degree, by));
        }
        return hold;
    }

    /** Returns the hold for an embargo or an end with an unreadable date, which may be now. */
    private Hold unreadable() {
        Hold hold = Hold.NONE;
        for (Found found : front.all()) {
            String written = found.text();
            boolean end = ENDS.contains(found.rule());
            // Hugo fails to build a site in which its own key has an invalid date.
            boolean open = (end || !found.rule().equals("publishdate"))
                    && written != null
                    && ENDLESS.contains(written.toLowerCase(Locale.ROOT));
            if ((end || ArticleDates.RELEASES.contains(found.rule()))
                    && written != null
                    && !open
                    && dates.parse(written) == null) {
                HeldBy by = new HeldBy(found.line(), quoted(found) + ", which is no date");
                hold = hold.stricter(new Hold(Degree.NOWHERE, by));
            }
        }
        return hold;
    }

    private @Nullable Instant date(Found found) {
        String written = found.text();
        return written == null ? null : dates.parse(written);
    }

    /** Returns the key of the earliest end; null for none. */
    private @Nullable Found endKey() {
        Found first = null;
        Instant earliest = Instant.MAX;
        for (Found found : front.all()) {
            Instant at = ENDS.contains(found.rule()) ? date(found) : null;
            if (at != null && at.isBefore(earliest)) {
                first = found;
                earliest = at;
            }
        }
        return first;
    }

    private static HeldBy by(Found found) {
        return new HeldBy(found.line(), quoted(found));
    }

    /** Returns the key as the author wrote it. */
    private static String quoted(Found found) {
        return quoted(found.written(), String.join(", ", found.choices()));
    }

    private static String quoted(String key, String value) {
        boolean secret = Mapping.plain(key).endsWith("password");
        return "'" + key + (secret ? "" : ": " + value) + "'";
    }
}
