package dev.feedmill.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Media sites of player tags, by tag name. */
public final class Players {
    /** The name, then the text before the id and, for an id of two parts, between them. */
    private static final String SITES = """
            youtube      https://www.youtube.com/watch?v=
            yt           https://www.youtube.com/watch?v=
            youtuber     https://www.youtube.com/watch?v=
            youtubeplaylist https://www.youtube.com/playlist?list=
            vimeo        https://vimeo.com/
            bilibili     https://www.bilibili.com/video/
            bili         https://www.bilibili.com/video/
            dailymotion  https://www.dailymotion.com/video/
            niconico     https://www.nicovideo.jp/watch/
            youku        https://v.youku.com/v_show/id_
            tudou        https://www.tudou.com/programs/view/
            xigua        https://www.ixigua.com/
            streamable   https://streamable.com/
            loom         https://www.loom.com/share/
            twitch       https://www.twitch.tv/videos/
            ted          https://www.ted.com/talks/
            wistia       https://fast.wistia.net/embed/iframe/
            rumble       https://rumble.com/embed/
            odysee       https://odysee.com/
            tiktok       https://www.tiktok.com/@/video/
            slideshare   https://www.slideshare.net/slideshow/embed_code/
            speakerdeck  https://speakerdeck.com/player/
            googleslides https://docs.google.com/presentation/d/
            googledrive  https://drive.google.com/file/d/
            asciinema    https://asciinema.org/a/
            asciicast    https://asciinema.org/a/
            codepen      https://codepen.io/ /pen/
            pen          https://codepen.io/ /pen/
            jsfiddle     https://jsfiddle.net/ /
            jsbin        https://jsbin.com/
            codesandbox  https://codesandbox.io/s/
            stackblitz   https://stackblitz.com/edit/
            replit       https://replit.com/@
            glitch       https://glitch.com/edit/#!/
            runkit       https://runkit.com/embed/
            observable   https://observablehq.com/
            desmos       https://www.desmos.com/calculator/
            gist         https://gist.github.com/ /
            github       https://github.com/ /
            ghcard       https://github.com/ /
            githubcard   https://github.com/ /
            githubrepo   https://github.com/ /
            repo         https://github.com/ /
            gitee        https://gitee.com/ /
            gitlab       https://gitlab.com/ /
            tweet        https://twitter.com/ /status/
            twitter      https://twitter.com/ /status/
            x            https://x.com/ /status/
            instagram    https://www.instagram.com/p/
            insta        https://www.instagram.com/p/
            facebook     https://www.facebook.com/
            reddit       https://www.reddit.com/
            telegram     https://t.me/
            pinterest    https://www.pinterest.com/pin/
            spotify      https://open.spotify.com/ /
            soundcloud   https://api.soundcloud.com/tracks/
            bandcamp     https://bandcamp.com/EmbeddedPlayer/album=
            applemusic   https://music.apple.com/
            mixcloud     https://www.mixcloud.com/
            netease      https://music.163.com/song?id=
            neteasemusic https://music.163.com/song?id=
            figma        https://www.figma.com/file/
            wikipedia    https://en.wikipedia.org/wiki/
            steam        https://store.steampowered.com/app/
            douban       https://www.douban.com/subject/
            """;

    /** Prefixes and suffixes of site names in tags. */
    private static final List<String> AROUND = List.of(
            "embedded", "embed", "lite", "player", "videos", "video", "iframe", "simple", "enhanced", "card", "post");

    public static final Players KNOWN = new Players();

    private final Map<String, Site> sites = new HashMap<>();

    /**
     * Address pattern of a site.
     *
     * @param before text before the id
     * @param between text between two parts of an id; empty if it has one
     */
    public record Site(String before, String between) {}

    private Players() {
        SITES.lines().forEach(line -> {
            String[] words = line.strip().split("\\s+", -1);
            sites.put(words[0], new Site(words[1], words.length > 2 ? words[2] : ""));
        });
    }

    /** Returns the site of a tag; null if it plays nothing known. */
    @Nullable
    public Site site(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        Site exact = sites.get(name);
        if (exact != null) {
            return exact;
        }
        String plain = name.replace("-", "").replace("_", "").replace(".", "");
        for (String around : AROUND) {
            String without = plain.startsWith(around)
                    ? plain.substring(around.length())
                    : plain.endsWith(around) ? plain.substring(0, plain.length() - around.length()) : plain;
            plain = without.isEmpty() ? plain : without;
        }
        return plain.length() > 2 || sites.containsKey(name) ? sites.get(plain) : null;
    }
}
