package dev.feedmill.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files of silence, with the headers of real ones. */
public final class Sounds {
    private static final int MP3_RATE = 44_100;
    private static final int MP3_SAMPLES = 1152;

    private Sounds() {}

    /** MPEG 1 layer 3, 128 kbit/s, of about this number of seconds. */
    public static byte[] mp3(int seconds) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < seconds * MP3_RATE / MP3_SAMPLES; i++) {
            out.writeBytes(frame(9));
        }
        return out.toByteArray();
    }

    /** @param bitRateIndex 9 for 128, 5 for 64 kbit/s */
    static byte[] frame(int bitRateIndex) {
        int bitRate = bitRateIndex == 9 ? 128_000 : 64_000;
        byte[] frame = new byte[144 * bitRate / MP3_RATE];
        frame[0] = (byte) 0xff;
        frame[1] = (byte) 0xfb;
        frame[2] = (byte) (bitRateIndex << 4);
        frame[3] = (byte) 0xc4;
        return frame;
    }

    /** A few frames, of which the first declares a frame count, in a file large enough for it. */
    static byte[] counted(String sign, int place, int countAt, int frames) {
        return joined(few(sign, place, countAt, frames), new byte[frames * 24]);
    }

    /** The same in a file that is too small. */
    static byte[] few(String sign, int place, int countAt, int frames) {
        byte[] first = frame(9);
        ByteBuffer buffer = ByteBuffer.wrap(first);
        buffer.put(place, sign.getBytes(StandardCharsets.US_ASCII));
        buffer.putInt(place + 4, 1);
        buffer.putInt(place + countAt, frames);
        return joined(first, frame(9), frame(9));
    }

    /** A tag of this number of bytes. */
    static byte[] id3(int length) {
        byte[] tag = new byte[10 + length];
        tag[0] = 'I';
        tag[1] = 'D';
        tag[2] = '3';
        tag[3] = 4;
        tag[8] = (byte) (length >> 7 & 0x7f);
        tag[9] = (byte) (length & 0x7f);
        Arrays.fill(tag, 10, tag.length, (byte) 0xff);
        return tag;
    }

    /** An MP4 with this duration, and its header after the sound. */
    public static byte[] mp4(int seconds) {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 600).putInt(16, seconds * 600);
        return joined(
                box("ftyp", "M4A isom".getBytes(StandardCharsets.US_ASCII)),
                box("mdat", new byte[5000]),
                box("moov", joined(box("udta", new byte[30]), box("mvhd", header.array()))));
    }

    private static byte[] box(String type, byte[] content) {
        ByteBuffer box = ByteBuffer.allocate(8 + content.length);
        box.putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        return box.array();
    }

    /** An Ogg file with Opus. */
    public static byte[] opus(int seconds) {
        byte[] head = new byte[19];
        little(head)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) 312);
        return joined(page(7, 0, head), page(7, 48_000, new byte[200]), page(7, seconds * 48_000L + 312, new byte[9]));
    }

    /** An Ogg file with Vorbis and another stream. */
    static byte[] vorbis(int seconds) {
        byte[] head = new byte[30];
        little(head)
                .put((byte) 1)
                .put("vorbis".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .put((byte) 2)
                .putInt(22_050);
        return joined(page(3, 0, head), page(3, seconds * 22_050L, new byte[99]), page(4, 9_999_999, new byte[9]));
    }

    private static byte[] page(int stream, long samples, byte[] packet) {
        byte[] bytes = new byte[28 + packet.length];
        ByteBuffer page = little(bytes);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) 0)
                .putLong(samples);
        page.putInt(stream)
                .putInt(0)
                .putInt(0)
                .put((byte) 1)
                .put((byte) packet.length)
                .put(packet);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
