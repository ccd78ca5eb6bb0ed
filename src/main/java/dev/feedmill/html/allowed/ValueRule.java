package dev.feedmill.html.allowed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the value of an allowed attribute is checked and put right; each rule gives back its own output unchanged. */
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
     * A web address, or a small picture written into the page. SVG is left out of the latter: it is a document that
     * can hold script, which some readers open in a page of its own.
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
    /** In pixels or percent; other units than those mean nothing in an attribute. */
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

    /** The value for the output; null where the attribute must go. */
    @Nullable
    public String apply(String value, BaseUrl base) {
        String stripped = value.strip();
        return form != null && form.matcher(stripped).matches() ? stripped : null;
    }
}
