package dev.feedmill.browser;

import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The W3C's checker of HTML, within this process and without a network. */
final class HtmlChecker {
    private final EmbeddedValidator validator = new EmbeddedValidator();
    private final Gson gson = new Gson();

    HtmlChecker() {
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        // It would guess the language of the articles and compare that with lang.
        validator.setNoLangDetect(true);
    }

    List<Finding> check(byte[] page) throws IOException, SAXException {
        return gson.fromJson(validator.validate(new ByteArrayInputStream(page)), Report.class)
                .messages();
    }

    private record Report(List<Finding> messages) {}

    /**
     * What a page does against a rule, or does oddly.
     *
     * @param type error, info or non-document-error
     * @param subType warning or fatal, for some
     * @param lastLine from 1; 0 where it is about no line
     */
    record Finding(
            String type,
            @Nullable String subType,
            int lastLine,
            String message,
            @Nullable String extract) {
        private static final Pattern STRUCTURE = Pattern.compile("(?i)heading|outline|landmark|\\bh[1-6]\\b|section");
        private static final Pattern QUOTED = Pattern.compile("“[^”]{16,}”");

        boolean isError() {
            return !type.equals("info");
        }

        boolean isWarning() {
            return type.equals("info") && "warning".equals(subType);
        }

        /** Is about how a page is built, not about what an author may well mean. */
        boolean isAboutStructure() {
            return isWarning() && STRUCTURE.matcher(message).find();
        }

        /** The message without the values that it quotes; names of elements and attributes stay. */
        String rule() {
            return QUOTED.matcher(message).replaceAll("“…”");
        }

        @Override
        public String toString() {
            return "line " + lastLine + ": " + message
                    + (extract == null ? "" : " «" + extract.replace('\n', ' ') + "»");
        }
    }
}
