package org.jointflights.web.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.webhook.WebhookAddress;

/**
 * Which machine a name leads to, if all that it leads to are outside: not this machine, not its networks, nothing that is
 * reserved. Whoever connects does so to that very address: asked again, the name could lead elsewhere.
 */
final class OutsideAddresses {

    /** Asks for the addresses of a name. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;

    OutsideAddresses(Names names) {
        this.names = names;
    }

    InetAddress require(WebhookAddress address) {
        try {
            List<InetAddress> all = List.of(names.of(address.host()));
            if (!all.isEmpty() && all.stream().allMatch(OutsideAddresses::isOutside)) {
                return all.get(0);
            }
        } catch (UnknownHostException nobody) {
            throw BadInput.of("webhookAddress", address.toString(), "webhook.address.nobody");
        }
        throw BadInput.of("webhookAddress", address.toString(), "webhook.address.own");
    }

    static boolean isOutside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isOutside4(bytes, 0) : isOutside6(bytes);
    }

    /** Reserved by RFC 6890: this network, shared and private ones, protocols, documentation, trials, and all behind. */
    private static boolean isOutside4(byte[] bytes, int from) {
        int first = Byte.toUnsignedInt(bytes[from]);
        int second = Byte.toUnsignedInt(bytes[from + 1]);
        int third = Byte.toUnsignedInt(bytes[from + 2]);
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                !(second == 168 || (second == 0 && (third == 0 || third == 2)) || (second == 88 && third == 99));
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100));
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast alone, and of it nothing that carries another address within it or is reserved. */
    private static boolean isOutside6(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
        int second = Byte.toUnsignedInt(bytes[2]) << 8 | Byte.toUnsignedInt(bytes[3]);
        boolean global = (first & 0xe000) == 0x2000;
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second < 0x0200);
        boolean documentation = (first == 0x2001 && second == 0x0db8) || (first & 0xfff0) == 0x3ff0;
        return global && !tunnel && !documentation;
    }
}
