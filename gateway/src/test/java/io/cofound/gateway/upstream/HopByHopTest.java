package io.cofound.gateway.upstream;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HopByHopTest {

    @Test
    void whatIsMeantForTheNextHopStaysThere() {
        // Given
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "keep-alive, X-Secret-Of-This-Hop")
                .add("Keep-Alive", "timeout=5")
                .add("X-Secret-Of-This-Hop", "1")
                .add("Transfer-Encoding", "chunked")
                .add("If-Match", "\"3\"");

        // When
        HopByHop.remove(headers);

        // Then
        assertThat(headers.names()).containsExactly("If-Match");
    }
}
