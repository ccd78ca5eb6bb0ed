package dev.feedmill.media;

/**
 * How large a picture is shown.
 *
 * @param width in pixels; 0 where it is unknown
 * @param height the same
 */
record PictureSize(int width, int height) {
    /** Of what is no picture, or none that can be understood. */
    static final PictureSize UNKNOWN = new PictureSize(0, 0);

    /** No picture on the web is larger in either direction; a file that says so lies. */
    private static final int LARGEST = 65_535;

    /** Unknown where no picture has such a size. */
    static PictureSize of(long width, long height) {
        return width < 1 || height < 1 || width > LARGEST || height > LARGEST
                ? UNKNOWN
                : new PictureSize((int) width, (int) height);
    }

    /** Lying on its side. */
    PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }

    long area() {
        return (long) width * height;
    }
}
