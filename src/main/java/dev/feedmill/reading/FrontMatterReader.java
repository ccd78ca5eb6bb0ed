package dev.feedmill.reading;

import dev.feedmill.dialect.Sites;
import dev.feedmill.encoding.DecodedText;
import dev.feedmill.encoding.TextDecoder;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.FrontMatterSplitter;
import dev.feedmill.reading.header.HtmlHead;
import dev.feedmill.reading.header.LineHeader;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.reading.header.Split;
import dev.feedmill.reading.header.Split.Syntax;
import dev.feedmill.yaml.JsonReader;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.TomlReader;
import dev.feedmill.yaml.YamlLimits;
import dev.feedmill.yaml.YamlReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a file's text and its front matter, completed with its site's defaults. Thread-safe. */
final class FrontMatterReader {
    private final Sites sites;
    private final int maxFrontMatterChars;
    private final TextDecoder decoder;
    private final FrontMatterSplitter splitter;
    private final YamlReader yaml;

    FrontMatterReader(ReadingRules rules, Sites sites) {
        this.sites = sites;
        this.maxFrontMatterChars = rules.limits().maxFrontMatterChars();
        this.decoder = new TextDecoder(rules.encoding());
        this.splitter = new FrontMatterSplitter(maxFrontMatterChars);
        this.yaml = new YamlReader(YamlLimits.of(maxFrontMatterChars));
    }

    /** A text, split into front matter and body, and what its front matter says. */
    record Parts(Split split, FrontMatter front) {}

    /** Returns the parts of a file; null if it has no readable front matter. */
    @Nullable
    Parts read(SourceFile file, Report report) {
        String text = text(file, report);
        return text == null ? null : read(text, report);
    }

    /** Returns the parts of a file's text; null if it has no readable front matter. */
    @Nullable
    Parts read(String text, Report report) {
        Split split = splitter.split(text, report);
        FrontMatter front = split == null ? null : front(split, report);
        return split == null || front == null ? null : new Parts(split, front);
    }

    /** Returns a file's text; null if its bytes are no text. */
    @Nullable
    String text(SourceFile file, Report report) {
        DecodedText decoded = decoder.decode(file.bytes());
        decoded.faults().forEach(fault -> report.add(fault.line(), fault.kind(), fault.message()));
        return decoded.text();
    }

    private @Nullable FrontMatter front(Split split, Report report) {
        String file = report.file();
        Mapping fields = switch (split.syntax()) {
            case NONE -> headless(split, report.file());
            case LINES -> null;
            case TOML -> fields(TomlReader.read(file, split.headerLine(), split.header()), report);
            case JSON -> fields(JsonReader.read(file, split.headerLine(), split.header()), report);
            case YAML -> fields(yaml.read(file, split.headerLine(), split.header()), report);
        };
        boolean unsure = fields == null;
        if (fields == null && split.syntax() != Syntax.NONE) {
            fields = LineHeader.read(split.header(), split.headerLine(), report, yaml);
        }
        unsure |= report.problems().stream().anyMatch(problem -> problem.kind() == Kind.DUPLICATE_KEY);
        return fields == null
                ? null
                : new FrontMatter(
                        sites.of(file).withDefaults(file, fields), split.header(), split.headerLine(), unsure);
    }

    private Mapping headless(Split split, String path) {
        boolean html = path.toLowerCase(Locale.ROOT).matches(".*\\.html?");
        return html && sites.of(path).readsHtmlHeads()
                ? HtmlHead.read(split.body(), split.bodyLine(), maxFrontMatterChars)
                : Mapping.empty(split.headerLine());
    }

    private static @Nullable Mapping fields(Parsed<Mapping> parsed, Report report) {
        report.addAll(parsed.problems());
        return parsed instanceof Parsed.Read<Mapping> read ? read.value() : null;
    }
}
