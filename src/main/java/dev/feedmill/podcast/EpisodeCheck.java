package dev.feedmill.podcast;

import dev.feedmill.article.Enclosure;
import dev.feedmill.article.FolderPath;
import dev.feedmill.article.Recording;
import dev.feedmill.podcast.CheckedPodcast.Part;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the episodes of a podcast for what directories miss or refuse. */
final class EpisodeCheck {
    private static final Set<String> TAKEN =
            Set.of("audio/mpeg", "audio/mp4", "audio/x-m4a", "video/mp4", "video/x-m4v", "video/quicktime");

    private final Path folder;

    EpisodeCheck(Path folder) {
        this.folder = folder;
    }

    List<Problem> problems(CheckedPodcast show) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        for (Part part : show.parts()) {
            Recording recording = part.article().recording();
            if (recording.enclosures().isEmpty()
                    || !recording.enclosures().get(0).isPlayed()) {
                add(problems, part, "", "there is nothing to play in this episode of '" + show.title() + "'");
                continue;
            }
            Enclosure main = recording.enclosures().get(0);
            String name = FileNameCheck.last(main.url());
            String other = first.putIfAbsent(main.url(), part.path());
            if (other != null) {
                add(
                        problems,
                        part,
                        name,
                        "the enclosure must be another one than that of " + other + ": '" + name + "'");
            }
            if (!FileNameCheck.isPlain(main.url())) {
                add(
                        problems,
                        part,
                        name,
                        "the enclosure must have a name of ASCII letters and digits, not '" + name + "'");
            }
            if (main.bytes() == 0) {
                add(problems, part, name, "the enclosure must have its 'length' in bytes beside it: '" + name + "'");
            }
            if (!TAKEN.contains(main.type())) {
                add(
                        problems,
                        part,
                        name,
                        "the enclosure must be MP3, M4A, MP4, M4V or MOV for Apple, not " + main.type());
            }
            if (main.seconds() == 0) {
                add(problems, part, name, "the 'duration' must be named, since '" + name + "' does not tell it");
            }
            if (show.podcast().publication().serial()
                    && recording.episode().place().number() == 0) {
                add(problems, part, "", "'episode' must be the number of the episode, since the podcast is serial");
            }
            if (part.article().title().isEmpty()) {
                add(problems, part, "", "'title' must not be empty in an episode");
            }
        }
        return problems;
    }

    private void add(List<Problem> problems, Part part, String named, String message) {
        problems.add(new Problem(new Location(part.path(), line(part.path(), named)), Kind.PODCAST, message));
    }

    /** The line that names a file; 0 for none. */
    private int line(String path, String named) {
        if (named.isEmpty()) {
            return 0;
        }
        try {
            List<String> lines = new String(Files.readAllBytes(FolderPath.file(folder, path)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(named)) {
                    return i + 1;
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
