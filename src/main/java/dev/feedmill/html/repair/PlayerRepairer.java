package dev.feedmill.html.repair;

import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Turns pictures whose address is an audio or video file into players, as note editors do. */
public final class PlayerRepairer {
    private static final Evaluator PICTURES = Selector.evaluatorOf("img[src]");
    private static final Set<String> CHOICES = Set.of("picture");

    public void repair(Element body) {
        for (Element picture : body.select(PICTURES)) {
            MediaType type = MediaTypes.ofAddress(picture.attr("src"));
            if (type != null && type.isPlayed() && !Ancestors.isWithin(picture, CHOICES)) {
                String words = picture.attr("alt");
                picture.replaceWith(player(type, picture).text(words));
            }
        }
    }

    private static Element player(MediaType type, Element picture) {
        Element player = new Element(type.isAudio() ? "audio" : "video");
        player.attributes().addAll(picture.attributes());
        player.removeAttr("alt");
        player.removeAttr("srcset");
        return player;
    }
}
