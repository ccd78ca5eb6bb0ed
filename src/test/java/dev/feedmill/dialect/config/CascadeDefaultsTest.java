package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.yaml.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeDefaultsTest {
    @TempDir
    Path root;

    @Test
    void letters_do_not_matter_and_a_page_is_called_by_its_whole_name_without_the_ending() throws IOException {
        Files.writeString(root.resolve("hugo.yaml"), "Cascade:\n- _Target: {Path: /blog/v1.2}\n  draft: true\n");
        SiteFolder site = new SiteFolder(root);
        FrontMatterDefaults defaults = CascadeDefaults.of(
                site,
                new ConfigFolders(site).all("cascade"),
                List.of(),
                path -> new CascadeDefaults.Place("content", path, ""));
        assertThat(defaults.withDefaults("blog/v1.2.md", Mapping.empty(1)).keys())
                .containsExactly("draft");
        assertThat(defaults.withDefaults("blog/v1.3.md", Mapping.empty(1)).keys())
                .isEmpty();
    }
}
