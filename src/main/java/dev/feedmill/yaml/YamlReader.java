package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.runtime.CodeDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JsonParser;

/** Reader of one YAML mapping as text. It constructs no objects: the user of a key determines its type. Thread-safe. */
public final class YamlReader {
    private final Resolver resolver = new Resolver();
    private final YamlLimits limits;

    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /** Returns the fingerprint of this reader: equal fingerprints give equal results. */
    public static String fingerprint() {
        return CodeDigest.of(YamlReader.class, LoaderOptions.class, Toml.class, JsonParser.class);
    }

    /**
     * Reads the text of one mapping.
     *
     * @param firstLine line of the file in which the text begins, counted from 1
     */
    public Parsed<Mapping> read(String file, int firstLine, String text) {
        Parsed<Node> whole = whole(file, firstLine, text);
        if (!(whole instanceof Parsed.Read<Node> valid)) {
            return new Parsed.Refused<>(whole.problems());
        }
        return valid.value() instanceof Mapping fields
                ? new Parsed.Read<>(fields, whole.problems())
                : refused(
                        whole.problems(),
                        file,
                        valid.value().line(),
                        Kind.FRONT_MATTER,
                        "the text must be a mapping of keys to values");
    }

    /** Reads a text that may be a list or a single value too. */
    public Parsed<Node> whole(String file, int firstLine, String text) {
        List<Problem> problems = new ArrayList<>();
        String clean = printable(file, firstLine, text, problems);
        try {
            org.yaml.snakeyaml.nodes.Node root = compose(clean);
            if (root == null || Tag.NULL.equals(root.getTag())) {
                return new Parsed.Read<>(Mapping.empty(firstLine), problems);
            }
            NodeReader reader = new NodeReader(file, firstLine, limits);
            Node whole = root instanceof MappingNode mapping ? reader.fields(mapping) : reader.whole(root);
            problems.addAll(reader.problems());
            return new Parsed.Read<>(whole, problems);
        } catch (NodeReader.TooMuchException e) {
            return refused(problems, file, firstLine, Kind.LIMIT, oneLine(e.getMessage()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? firstLine : firstLine + mark.getLine();
            return refused(problems, file, line, Kind.FRONT_MATTER, "not valid YAML: " + oneLine(e.getProblem()));
        } catch (NumberFormatException e) {
            // SnakeYAML throws this for an escape such as "\UFFFFFFFF".
            String message = "not valid YAML: an escape names no character";
            return refused(problems, file, firstLine, Kind.FRONT_MATTER, message);
        } catch (YAMLException e) {
            return refused(problems, file, firstLine, Kind.LIMIT, "not readable as YAML: " + oneLine(e.getMessage()));
        }
    }

    /** Runs only the composer: {@code Yaml} would add constructors, which take most of the time. */
    private org.yaml.snakeyaml.nodes.@Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.codePoints() + 1);
        options.setMaxAliasesForCollections(limits.aliases());
        options.setNestingDepthLimit(limits.depth());
        options.setAllowRecursiveKeys(false);
        // No tag constructs an object; only a value with a foreign tag is dropped, not the whole text.
        options.setTagInspector(tag -> true);
        return new Composer(new ParserImpl(new StreamReader(text), options), resolver, options).getSingleNode();
    }

    /** Replaces characters that YAML 1.1 section 5.1 does not allow; SnakeYAML rejects a whole file for one of them. */
    private static String printable(String file, int firstLine, String text, List<Problem> problems) {
        StringBuilder out = new StringBuilder(text.length());
        int line = firstLine;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (StreamReader.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(' ');
                String message = String.format("U+%04X must not stand in YAML; it is read as a space", c);
                problems.add(new Problem(new Location(file, line), Kind.ENCODING, message));
            }
            line += c == '\n' ? 1 : 0;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static <T> Parsed<T> refused(List<Problem> before, String file, int line, Kind kind, String message) {
        List<Problem> problems = new ArrayList<>(before);
        problems.add(new Problem(new Location(file, line), kind, message));
        return new Parsed.Refused<>(problems);
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "unknown fault" : message.strip().replaceAll("\\s+", " ");
    }
}
