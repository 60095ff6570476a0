package org.jointflights.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.webhook.WebhookAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent to this machine, or into its networks, by whatever name. */
class OutsideAddressesTest {

    private static final WebhookAddress HOOK = new WebhookAddress("hooks.ministry.fr", 443, "/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void what_is_inside_or_reserved_is_refused(String address) throws Exception {
        InetAddress inside = InetAddress.getByName(address);
        assertThat(OutsideAddresses.isOutside(inside)).isFalse();
        refusal(BadInput.class, "webhook.address.own", () -> names(inside).require(HOOK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "192.0.3.1", "198.20.0.1", "223.255.255.1", "2a01:e0a::1"
            })
    void what_is_outside_is_where_it_goes(String address) throws Exception {
        InetAddress outside = InetAddress.getByName(address);

        assertThat(names(outside).require(HOOK)).isEqualTo(outside);
    }

    @Test
    void one_address_inside_among_several_is_enough_to_refuse_and_so_is_none() throws Exception {
        InetAddress outside = InetAddress.getByName("8.8.8.8");
        InetAddress inside = InetAddress.getByName("10.0.0.1");

        refusal(
                BadInput.class,
                "webhook.address.own",
                () -> names(outside, inside).require(HOOK));
        refusal(BadInput.class, "webhook.address.own", () -> names().require(HOOK));
        refusal(
                BadInput.class,
                "webhook.address.nobody",
                () -> new OutsideAddresses(host -> {
                            throw new UnknownHostException(host);
                        })
                        .require(HOOK));
    }

    private static OutsideAddresses names(InetAddress... all) {
        return new OutsideAddresses(host -> all);
    }
}
