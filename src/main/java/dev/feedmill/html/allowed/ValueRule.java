package dev.feedmill.html.allowed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules that validate and repair the value of an allowed attribute. Each rule is idempotent. */
public enum ValueRule {
    TEXT {
        @Override
        public String apply(String value, BaseUrl base) {
            return value;
        }
    },
    FLAG {
        @Override
        public String apply(String value, BaseUrl base) {
            return "";
        }
    },
    WEB {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            return base.web(value);
        }
    },
    MEDIA {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            return base.media(value);
        }
    },
    LINK {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            return base.link(value);
        }
    },
    /**
     * A web URL, or a small picture in a data URL. The latter excludes SVG: it is a document that can contain script,
     * which some feed readers open as a page of its own.
     */
    IMAGE {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            return DataImage.startsLikeOne(value) ? DataImage.repaired(value) : base.media(value);
        }
    },
    SRCSET {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            String candidates = Srcset.parse(value, base).toString();
            return candidates.isEmpty() ? null : candidates;
        }
    },
    CODE_LANGUAGE {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            Matcher matcher = LANGUAGE_CLASS.matcher(value);
            return matcher.find() ? "language-" + matcher.group(1) : null;
        }
    },
    /** A length in pixels or percent; other units have no meaning in an attribute. */
    LENGTH {
        @Override
        @Nullable
        public String apply(String value, BaseUrl base) {
            Matcher length = LENGTH_FORM.matcher(value.strip());
            return length.matches() ? length.group(1) + ("%".equals(length.group(2)) ? "%" : "") : null;
        }
    },
    NUMBER("-?\\d{1,6}"),
    LANGUAGE("[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,8}"),
    DIRECTION("ltr|rtl|auto"),
    ALIGNMENT("left|right|center|justify|char"),
    SCOPE("row|col|rowgroup|colgroup"),
    LIST_STYLE("[1aAiI]"),
    TRACK_KIND("subtitles|captions|descriptions|chapters|metadata");

    private static final Pattern LENGTH_FORM = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s?(%|px)?");

    private static final Pattern LANGUAGE_CLASS =
            Pattern.compile("(?<!\\S)(?:language|lang|highlight-source)-([\\p{L}\\p{N}_+#.-]{1,40})(?!\\S)");

    private final @Nullable Pattern form;

    ValueRule() {
        form = null;
    }

    ValueRule(String form) {
        this.form = Pattern.compile(form);
    }

    /** Returns the value for the output; null if the attribute must be removed. */
    @Nullable
    public String apply(String value, BaseUrl base) {
        String stripped = value.strip();
        return form != null && form.matcher(stripped).matches() ? stripped : null;
    }
}
