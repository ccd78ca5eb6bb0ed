package dev.feedmill.podcast;

import dev.feedmill.media.MediaFile;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.media.PictureHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a podcast's artwork against PSP-1 and Apple's requirements; artwork on another host is checked only by its
 * URL.
 */
final class ArtworkCheck {
    private static final int MIN_WIDTH = 1400;
    private static final int MAX_WIDTH = 3000;

    private final MediaFolder folder;

    ArtworkCheck(MediaFolder folder) {
        this.folder = folder;
    }

    /**
     * The faults, each as the end of a sentence with the artwork as its subject.
     *
     * @param url URL of the artwork; null for none
     * @param path path in the articles folder; null if it is elsewhere
     */
    List<String> faults(@Nullable String url, @Nullable String path) {
        if (url == null) {
            return List.of("must name a picture");
        }
        List<String> faults = new ArrayList<>();
        String name = path == null ? url.replaceFirst("[?#].*$", "") : path;
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)")) {
            faults.add("must be a JPEG or PNG with the ending .jpg or .png, not '" + name + "'");
        }
        if (!FileNameCheck.isPlain(name)) {
            faults.add("must have a name of ASCII letters and digits, not '" + name + "'");
        }
        if (path != null) {
            addOfFile(path, faults);
        }
        return faults;
    }

    private void addOfFile(String path, List<String> faults) {
        try {
            Optional<MediaFile> file = folder.find(path);
            if (file.isEmpty()) {
                faults.add("must be in the folder; there is no '" + path + "'");
                return;
            }
            PictureHeader picture = PictureHeader.of(file.get());
            if (picture.format().isEmpty()) {
                faults.add("must be a JPEG or PNG; '" + path + "' is none");
            } else {
                addOfPicture(path, picture, faults);
            }
        } catch (IOException e) {
            faults.add("must be a picture that can be read; '" + path + "' cannot");
        }
    }

    private static void addOfPicture(String path, PictureHeader picture, List<String> faults) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean isNamedSo = switch (picture.format()) {
            case "png" -> name.endsWith(".png");
            case "jpeg" -> name.matches(".*\\.jpe?g");
            default -> false;
        };
        if (!isNamedSo) {
            faults.add("must have the ending of what it is, " + picture.format() + ", not '" + path + "'");
        }
        int width = picture.width();
        if (width != picture.height() || width < MIN_WIDTH || width > MAX_WIDTH) {
            faults.add("must be square, " + MIN_WIDTH + " to " + MAX_WIDTH + " pixels wide, not " + width + " by "
                    + picture.height());
        }
    }
}
