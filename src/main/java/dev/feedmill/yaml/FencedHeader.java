package dev.feedmill.yaml;

import dev.feedmill.problem.Problem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Front matter at the start of a text, between fences or as one JSON object. */
public sealed interface FencedHeader {
    /** Language of front matter. */
    enum Syntax {
        YAML,
        TOML,
        JSON
    }

    /**
     * Front matter that was found.
     *
     * @param header text between the fences
     * @param headerLine line of the text in which the header begins, counted from 1
     * @param bodyStart offset after the front matter, in the text with {@code \n} line ends
     * @param bodyLine line of the text in which the body begins
     */
    record Found(Syntax syntax, String header, int headerLine, int bodyStart, int bodyLine) implements FencedHeader {}

    /** The text begins with something else. */
    record Missing() implements FencedHeader {}

    /** Front matter that begins, but cannot be read. */
    record Refused(int line, Kind kind, String message) implements FencedHeader {}

    /**
     * Finds the front matter of a text, after any blank lines.
     *
     * @param maxChars longer front matter is refused
     */
    static FencedHeader of(String text, int maxChars) {
        return new Finder(text, maxChars).find();
    }

    /** Finder for one text. */
    final class Finder {
        private static final Pattern FENCE = Pattern.compile("-{3,}|\\+{3}|;{3,}");

        /** A fence that names its language, as in gray-matter. */
        private static final Pattern NAMED_FENCE = Pattern.compile("---\\s*([A-Za-z]+)");

        private static final Pattern JSON_START = Pattern.compile("\\{\\s*(\"|\\})");

        private final int maxChars;
        private final List<String> lines;
        private int first;

        private Finder(String text, int maxChars) {
            this.maxChars = maxChars;
            this.lines = text.lines().toList();
        }

        private FencedHeader find() {
            while (first < lines.size() && lines.get(first).isBlank()) {
                first++;
            }
            if (first == lines.size()) {
                return new Missing();
            }
            String opener = lines.get(first).strip();
            if (FENCE.matcher(opener).matches()) {
                return fenced(opener, syntax(opener));
            }
            Matcher named = NAMED_FENCE.matcher(opener);
            if (named.matches()) {
                Syntax syntax = named(named.group(1));
                return syntax == null
                        ? new Refused(
                                first + 1,
                                Kind.FRONT_MATTER,
                                "front matter must be yaml, toml or json, not '" + named.group(1)
                                        + "', which is not read")
                        : fenced("---", syntax);
            }
            if (opener.startsWith("{")) {
                String rest = String.join("\n", lines.subList(first, lines.size()));
                if (JSON_START.matcher(rest).lookingAt()) {
                    return json(rest);
                }
            }
            return new Missing();
        }

        private static Syntax syntax(String opener) {
            return switch (opener.charAt(0)) {
                case '-' -> Syntax.YAML;
                case '+' -> Syntax.TOML;
                default -> Syntax.JSON;
            };
        }

        private static @Nullable Syntax named(String language) {
            return switch (language.toLowerCase(Locale.ROOT)) {
                case "yaml", "yml" -> Syntax.YAML;
                case "toml" -> Syntax.TOML;
                case "json" -> Syntax.JSON;
                default -> null;
            };
        }

        private FencedHeader fenced(String opener, Syntax syntax) {
            int size = 0;
            for (int i = first + 1; i < lines.size(); i++) {
                String line = lines.get(i).stripTrailing();
                if (line.equals(opener) || (syntax == Syntax.YAML && line.equals("..."))) {
                    String header = String.join("\n", lines.subList(first + 1, i)) + "\n";
                    return new Found(syntax, header, first + 2, offset(i + 1), i + 2);
                }
                size += line.length() + 1;
                if (size > maxChars) {
                    return new Refused(
                            first + 1,
                            Kind.LIMIT,
                            "front matter must close with '" + opener + "' within " + maxChars + " characters");
                }
            }
            return new Refused(first + 1, Kind.FRONT_MATTER, "front matter must close with a line '" + opener + "'");
        }

        private FencedHeader json(String rest) {
            int end = JsonReader.end(rest);
            if (end < 0 || end > maxChars) {
                return new Refused(
                        first + 1,
                        end < 0 ? Kind.FRONT_MATTER : Kind.LIMIT,
                        "front matter that begins with '{' must be one JSON object of at most " + maxChars
                                + " characters");
            }
            int below =
                    (int) rest.substring(0, end).chars().filter(c -> c == '\n').count();
            return new Found(Syntax.JSON, rest.substring(0, end), first + 1, offset(first) + end, first + 1 + below);
        }

        /** Returns the offset of a line. */
        private int offset(int line) {
            int offset = 0;
            for (String each : lines.subList(0, line)) {
                offset += each.length() + 1;
            }
            return offset;
        }
    }
}
