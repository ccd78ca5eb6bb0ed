package dev.feedmill.media;

/**
 * The displayed size of a picture.
 *
 * @param width in pixels; 0 if unknown
 * @param height in pixels; 0 if unknown
 */
record PictureSize(int width, int height) {
    /** The size of a file that is not a picture, or whose format is not supported. */
    static final PictureSize UNKNOWN = new PictureSize(0, 0);

    /** No picture on the web is larger in either direction; a header with a larger size is wrong. */
    private static final int MAX_SIDE = 65_535;

    /** A size; unknown if it is implausible. */
    static PictureSize of(long width, long height) {
        return width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE
                ? UNKNOWN
                : new PictureSize((int) width, (int) height);
    }

    /** The size after a rotation by 90 degrees. */
    PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }

    long area() {
        return (long) width * height;
    }
}
