package dev.feedmill.dialect.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Podcast keys of front matter, in any dialect and in the podcast themes of each. A dot precedes each nested name; keys
 * are compared without case, hyphens and underscores.
 */
public final class EpisodeKeys {
    /** Subject of a key. */
    public enum About {
        /** An enclosure of any type. */
        ENCLOSURE,
        /** An enclosure if its type is audio or video; otherwise the key has another meaning. */
        PLAYED,
        LENGTH,
        TYPE,
        DURATION,
        SEASON,
        NUMBER,
        KIND,
        EXPLICIT,
        IMAGE,
        HOST,
        GUEST,
        PERSON,
        TRANSCRIPT,
        CHAPTERS,
        SOUNDBITE,
        VALUE,
        /** Folders of the site for files that are named without a folder. */
        FOLDER,
        /** Configuration keys with a prefix for such names: a URL, or a path of the site. */
        BEFORE
    }

    private static final String ANY = """
            enclosure  : enclosure enclosures podcast_file podcast_url podcast_audio episode_file episode_url
            enclosure  : podcast.file podcast.url podcast.audio podcast.enclosure episode.enclosure
            played     : mp3 m4a ogg opus mp4 audio audios audio_file audio_url video videos video_file video_url
            played     : file media podcast.mp3 podcast.m4a podcast.ogg podcast.video episode.file episode.audio episode.url
            length     : length size bytes file_size podcast_bytes podcast_length podcast_size podcast_file_size
            type       : type mime mime_type content_type
            duration   : duration podcast_duration itunes_duration audio_duration podcast.duration episode.duration
            season     : season season_number itunes_season podcast.season podcast.season_number episode.season episode.season_number
            number     : episode_number itunes_episode podcast.episode podcast.episode_number episode.episode_number episode.number episode
            kind       : episode_type itunes_episode_type podcast.episode_type episode.type episode.episode_type
            explicit   : explicit itunes_explicit podcast.explicit episode.explicit
            image      : episode_image itunes_image podcast_image podcast.image episode.image
            host       : host hosts podcast.hosts episode.hosts
            guest      : guest guests podcast.guests episode.guests
            person     : person persons people podcast.people episode.people
            transcript : transcript transcripts podcast.transcript podcast.transcripts episode.transcript episode.transcripts
            chapters   : chapters podcast.chapters episode.chapters
            soundbite  : soundbite soundbites podcast.soundbites episode.soundbites
            value      : value podcast.value episode.value
            """;

    /** Keys and folders of each generator's podcast themes and plugins that differ from the common ones. */
    private static final Map<String, String> THEMES = Map.of(
            // castanet; hugo-podcast-theme, whose configuration has the second.
            "hugo", """
            played   : audiofile
            before   : params.media_prefix params.hosting.media_directory
            """,
            // octopod; jekyll-podcast; Jekyll-Podcast-Feed.
            "jekyll", """
            played   : podcast_link link
            folder   : episodes assets/episodes _episodes
            before   : download_url podcast.remote_episode_host
            person   : contributors
            """,
            // hexo-generator-podcast.
            "hexo", """
            chapters : chapter
            """,
            // eleventy-plugin-podcaster.
            "eleventy", """
            enclosure : episode.filename
            folder    : episode-files
            before    : podcast.episode_url_base
            """,
            // pelican-podcast-feed.
            "pelican", """
            enclosure : podcast
            """);

    private static final EpisodeKeys COMMON = new EpisodeKeys("");
    private static final Map<String, EpisodeKeys> BY_DIALECT = byDialect();

    private final Map<About, List<String>> keys = new EnumMap<>(About.class);

    private EpisodeKeys(String own) {
        add(own);
        add(ANY);
    }

    private static Map<String, EpisodeKeys> byDialect() {
        Map<String, EpisodeKeys> all = new HashMap<>();
        THEMES.forEach((dialect, lines) -> all.put(dialect, new EpisodeKeys(lines)));
        return Map.copyOf(all);
    }

    private void add(String lines) {
        lines.lines().forEach(line -> {
            String[] parts = line.split(" *: ", 2);
            About about = About.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
            keys.computeIfAbsent(about, a -> new ArrayList<>()).addAll(List.of(parts[1].split(" ")));
        });
    }

    /** Returns the keys of a dialect, by its name. */
    public static EpisodeKeys of(String dialect) {
        return BY_DIALECT.getOrDefault(dialect, COMMON);
    }

    /** Returns the keys of a subject, the most likely first. */
    public List<String> about(About what) {
        return keys.getOrDefault(what, List.of());
    }
}
