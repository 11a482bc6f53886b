package io.cofound.local.infrastructure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    @Test
    void aVariableMovesOnePort() {
        var ports = Ports.from(Map.of("COFOUND_GATEWAY_PORT", "9000", "COFOUND_KAFKA_PARTNERS_PORT", ""));

        assertThat(ports.gateway()).isEqualTo(9000);
        assertThat(ports.kafkaPartners()).isEqualTo(9092);
        assertThat(ports.postgres()).isEqualTo(15432);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "123456789012"})
    void whatIsNoPortIsToldByName(String given) {
        assertThatThrownBy(() -> Ports.from(Map.of("COFOUND_POSTGRES_PORT", given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COFOUND_POSTGRES_PORT")
                .hasMessageContaining(given);
    }

    @Test
    void freePortsDiffer() {
        assertThat(Ports.free().all()).doesNotHaveDuplicates().hasSize(12);
    }
}
