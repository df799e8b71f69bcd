package org.headwater.evidence.capture;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be contacted. A page can name any host, and a host's owner can have it answer with any address: one
 * inside the network of whoever captures, where routers and intranets trust their neighbours.
 */
public enum Reach {
    /** Only addresses of the public internet (by the special-purpose registries of RFC 6890). */
    PUBLIC {
        @Override
        boolean allows(InetAddress address) {
            return isPublic(address);
        }
    },
    /** Any address, also of this machine and of the network it is in. */
    ANY {
        @Override
        boolean allows(InetAddress address) {
            return true;
        }
    };

    abstract boolean allows(InetAddress address);

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean relay = a == 192 && b == 88 && c == 99;
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean examples = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        return a != 0 && a < 240 && !shared && !special && !relay && !benchmark && !examples;
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (first == 0x0064 && second == 0xff9b) {
            // An IPv4 address behind a translator (RFC 6052), or a network of one's own (RFC 8215).
            return bytes[4] == 0 && bytes[5] == 0 && isPublic(embedded(bytes, 12));
        }
        if (first == 0x2002) {
            return isPublic(embedded(bytes, 2));
        }
        boolean global = first >> 13 == 1;
        boolean special = first == 0x2001 && (second < 0x200 || second == 0x0db8);
        boolean documentation = first == 0x3fff && second < 0x1000;
        return global && !special && !documentation;
    }

    private static InetAddress embedded(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Cannot read four bytes as an address", e);
        }
    }
}
