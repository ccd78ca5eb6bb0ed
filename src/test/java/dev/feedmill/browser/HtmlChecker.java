package dev.feedmill.browser;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import nu.validator.checker.InfoAwareErrorHandler;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The W3C's checker of HTML, within this process and without a network; it reads the schema once, for all pages. */
final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";
    /** Bytes. The schema of HTML is deeply nested, and a thread's default does not hold it without optimised code. */
    private static final long STACK = 64 << 20;

    private final SimpleDocumentValidator validator;

    HtmlChecker() {
        // Its guess of the articles' language would be compared with lang.
        validator = withLargeStack(() -> {
            SimpleDocumentValidator made = new SimpleDocumentValidator(true, false, false);
            made.setUpMainSchema(SCHEMA, new SystemErrErrorHandler());
            return made;
        });
    }

    List<Finding> check(byte[] page) {
        return withLargeStack(() -> {
            Findings findings = new Findings();
            validator.setUpValidatorAndParsers(findings, false, false);
            InputSource source = new InputSource(new ByteArrayInputStream(page));
            source.setEncoding("UTF-8");
            validator.checkHtmlInputSource(source);
            return findings.found;
        });
    }

    private static <T> T withLargeStack(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable run = () -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        };
        new Thread(null, run, "html-checker", STACK).start();
        return result.join();
    }

    private static final class Findings implements InfoAwareErrorHandler {
        private final List<Finding> found = new ArrayList<>();

        @Override
        public void info(SAXParseException info) {
            add("info", null, info);
        }

        @Override
        public void warning(SAXParseException warning) {
            add("info", "warning", warning);
        }

        @Override
        public void error(SAXParseException error) {
            add("error", null, error);
        }

        @Override
        public void fatalError(SAXParseException error) {
            add("error", "fatal", error);
        }

        private void add(String type, @Nullable String subType, SAXParseException e) {
            found.add(new Finding(type, subType, Math.max(0, e.getLineNumber()), e.getMessage()));
        }
    }

    /**
     * What a page does against a rule, or does oddly.
     *
     * @param type error, info or non-document-error
     * @param subType warning or fatal, for some
     * @param lastLine from 1; 0 where it is about no line
     */
    record Finding(String type, @Nullable String subType, int lastLine, String message) {
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
            return "line " + lastLine + ": " + message;
        }
    }
}
