package io.cofound.gateway.limit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientTest {

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        assertThat(Client.network("2001:db8:1:2::1"))
                .isEqualTo(Client.network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(Client.network("2001:db8:1:3::1"));
    }

    @Test
    void everyIpv4AddressIsAClientOfItsOwn() {
        assertThat(Client.network("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(Client.network("192.0.2.2"));
    }

    @Test
    void anIpv4AddressWrittenAsIpv6IsNotTakenForItsNetwork() {
        assertThat(Client.network("::ffff:192.0.2.1")).isNotEqualTo(Client.network("::ffff:192.0.2.2"));
    }
}
