package dev.feedmill.push.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells public addresses from those of networks and uses of their own: the registries of special-purpose addresses
 * (RFC 6890), multicast, and IPv6 addresses that stand for an IPv4 address of that kind.
 */
final class PublicAddresses {
    private static final List<Block> SPECIAL_4 = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            // Multicast, reserved, and broadcast.
            Block.of("224.0.0.0/3"));

    /** All that is routed in the internet (RFC 4291 section 2.4). */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    private static final List<Block> SPECIAL_6 =
            List.of(Block.of("2001::/23"), Block.of("2001:db8::/32"), Block.of("3fff::/20"));

    /** NAT64 (RFC 6052): the IPv4 address is at the end. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    /** 6to4 (RFC 3056): the IPv4 address is behind the prefix. */
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic6(byte[] bytes) {
        if (NAT64.has(bytes)) {
            return isPublic4(part(bytes, 12));
        }
        if (SIX_TO_FOUR.has(bytes)) {
            return isPublic4(part(bytes, 2));
        }
        return GLOBAL_6.has(bytes) && SPECIAL_6.stream().noneMatch(block -> block.has(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        return SPECIAL_4.stream().noneMatch(block -> block.has(bytes));
    }

    private static byte[] part(byte[] bytes, int from) {
        return new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]};
    }

    /**
     * The addresses that begin with the same bits.
     *
     * @param bits how many
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] start, int bits) {
        static Block of(String written) {
            int slash = written.indexOf('/');
            try {
                // A literal is never looked up.
                InetAddress start = InetAddress.getByName(written.substring(0, slash));
                return new Block(start.getAddress(), Integer.parseInt(written.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean has(byte[] bytes) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if (((start[bit / 8] ^ bytes[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
