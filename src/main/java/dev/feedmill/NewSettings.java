package dev.feedmill;

import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.web.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a first settings file. What the site's configuration says stays there and is only a comment here, so that
 * feeds follow its changes; what nothing says yet is a line to fill in.
 */
final class NewSettings {
    private final StringBuilder text = new StringBuilder();

    private NewSettings() {}

    /** @param folder the articles folder, absolute */
    static String text(SettingOptions options, Path folder, Sites sites) {
        NewSettings file = new NewSettings();
        file.text.append("""
                # The settings of Feedmill for this folder. Everything else has its default; config/feedmill.yaml of the source, in the
                # packages doc/feedmill/examples/feedmill.yaml, lists every setting.
                """);
        if (!sites.all().isEmpty()) {
            file.text.append('\n');
        }
        sites.all()
                .forEach(site -> file.text
                        .append("# Found ")
                        .append(PrintableText.line(site.toString()))
                        .append(".\n"));
        file.site(sites.facts(), folder);
        file.section("articles").line("folder", options.articles);
        file.section("library").line("data", options.data == null ? "data" : options.data);
        file.section("server");
        if (!options.hosts.isEmpty()) {
            file.line("host", options.hosts);
        }
        if (options.port != null) {
            file.number("port", options.port);
        }
        file.comment("The address that readers use; every link in every feed begins with it.");
        file.toFill("base-url", options.baseUrl, "https://feeds.example.org");
        return file.text.toString();
    }

    private void site(SiteFacts facts, Path folder) {
        section("site");
        comment("Lines that begin with # are what the site's configuration says, or an example.");
        Path name = folder.getFileName();
        toFill("title", null, facts.title() == null ? String.valueOf(name == null ? "Feedmill" : name) : facts.title());
        toFill("description", null, facts.description() == null ? "What it is about" : facts.description());
        toFill("author", null, facts.author() == null ? "Your Name" : facts.author());
        toFill("language", null, facts.language() == null ? "en" : facts.language());
        toFill("home", null, facts.home() == null ? "https://blog.example.org" : facts.home());
        toFill("zone", null, facts.zone() == null ? "UTC" : facts.zone().getId());
    }

    private NewSettings section(String name) {
        text.append('\n').append(name).append(":\n");
        return this;
    }

    private void comment(String sentence) {
        text.append("  # ").append(sentence).append('\n');
    }

    private void line(String key, @Nullable String value) {
        text.append("  ")
                .append(key)
                .append(": ")
                .append(quoted(String.valueOf(value)))
                .append('\n');
    }

    private void line(String key, List<String> values) {
        text.append("  ").append(key).append(": [");
        text.append(String.join(", ", values.stream().map(NewSettings::quoted).toList()));
        text.append("]\n");
    }

    private void number(String key, String value) {
        text.append("  ").append(key).append(": ").append(value).append('\n');
    }

    /** A line with a value, or with an example as a comment. */
    private void toFill(String key, @Nullable String value, String example) {
        text.append(value == null ? "  # " : "  ").append(key).append(": ");
        text.append(quoted(value == null ? example : value)).append('\n');
    }

    /** A string of JSON is one of YAML 1.2 as well. */
    private static String quoted(String value) {
        return Json.text(json -> json.writeString(value));
    }
}
