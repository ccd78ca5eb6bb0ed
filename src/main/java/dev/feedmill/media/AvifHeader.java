package dev.feedmill.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the size of an AVIF or HEIF picture from its header (ISO/IEC 23008-12): that of the primary item, rotated as
 * the header says.
 */
final class AvifHeader {
    private static final int MAX_BOXES = 1000;

    private final HeaderBytes bytes;
    private final List<Property> properties = new ArrayList<>();
    private long primary = -1;
    private List<Integer> ofPrimary = List.of();
    private long associations = -1;
    private int boxes;

    AvifHeader(HeaderBytes bytes) {
        this.bytes = bytes;
    }

    private record Property(String type, PictureSize size, boolean turns) {}

    private interface Visitor {
        void visit(String type, long from, long to) throws IOException;
    }

    PictureSize read() throws IOException {
        PictureSize[] found = {PictureSize.UNKNOWN};
        walk(
                0,
                Long.MAX_VALUE,
                (type, from, to) -> {
                    if (type.equals("meta")) {
                        walk(from + 4, to, this::meta);
                        found[0] = size();
                    }
                },
                found);
        return found[0];
    }

    /** Visits boxes until a size is found or the boxes end. */
    private void walk(long from, long to, Visitor visitor, PictureSize... found) throws IOException {
        long at = from;
        while (at + 8 <= to && ++boxes <= MAX_BOXES && (found.length == 0 || found[0].area() == 0)) {
            long length = bytes.bigEndian(at, 4);
            String type = bytes.text(at + 4, 4);
            int header = 8;
            if (length == 1) {
                length = bytes.bigEndian(at + 8, 8);
                header = 16;
            }
            long end = length == 0 ? to : at + length;
            if (length != 0 && (length < header || end < at || end > to)) {
                return;
            }
            visitor.visit(type, at + header, end);
            at = end;
        }
    }

    private void meta(String type, long from, long to) throws IOException {
        switch (type) {
            case "pitm" -> primary = bytes.bigEndian(from + 4, bytes.byteAt(from) == 0 ? 2 : 4);
            case "iprp" -> walk(from, to, this::meta);
            case "ipco" -> walk(from, to, this::property);
            case "ipma" -> associations = from;
            default -> {
                // Other boxes have no information on the size.
            }
        }
    }

    private void property(String type, long from, long to) throws IOException {
        boolean isSize = type.equals("ispe");
        properties.add(new Property(
                type,
                isSize
                        ? PictureSize.of(bytes.bigEndian(from + 4, 4), bytes.bigEndian(from + 8, 4))
                        : PictureSize.UNKNOWN,
                type.equals("irot") && (bytes.byteAt(from) & 1) == 1));
    }

    private PictureSize size() throws IOException {
        if (associations >= 0) {
            ofPrimary = associated(associations);
        }
        PictureSize size = PictureSize.UNKNOWN;
        boolean turned = false;
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            if (ofPrimary.isEmpty() || ofPrimary.contains(i + 1)) {
                size = property.size().area() > size.area() ? property.size() : size;
                turned |= property.turns() && !ofPrimary.isEmpty();
            }
        }
        return turned ? size.turned() : size;
    }

    /** Indexes of the properties of the primary item, counted from 1. */
    private List<Integer> associated(long from) throws IOException {
        int idBytes = bytes.byteAt(from) == 0 ? 2 : 4;
        int indexBytes = (bytes.byteAt(from + 3) & 1) == 0 ? 1 : 2;
        long mask = indexBytes == 1 ? 0x7f : 0x7fff;
        long entries = Math.min(bytes.bigEndian(from + 4, 4), MAX_BOXES);
        long at = from + 8;
        for (int i = 0; i < entries; i++) {
            long id = bytes.bigEndian(at, idBytes);
            int count = bytes.byteAt(at + idBytes);
            at += idBytes + 1;
            if (id == primary) {
                List<Integer> numbers = new ArrayList<>();
                for (int j = 0; j < count; j++) {
                    numbers.add((int) (bytes.bigEndian(at + (long) j * indexBytes, indexBytes) & mask));
                }
                return numbers;
            }
            at += (long) count * indexBytes;
        }
        return List.of();
    }
}
