package io.cofound.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

import io.cofound.local.infrastructure.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PreflightChecksTest {

    private final Ports ports = Ports.free();

    @Test
    void aTakenPortIsNamedWithItsOwnerAndWhatMovesIt() throws IOException {
        try (var squatter = new ServerSocket(ports.content(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(PreflightChecks.takenPorts(PortTable.of(ports)))
                    .singleElement()
                    .asString()
                    .contains("" + squatter.getLocalPort(), "content-service", "COFOUND_CONTENT_PORT");
        }
    }

    @Test
    void aPortTakenOnAllInterfacesIsTaken() throws IOException {
        try (var squatter = new ServerSocket(ports.keycloak())) {
            assertThat(PreflightChecks.takenPorts(PortTable.of(ports)))
                    .singleElement()
                    .asString()
                    .contains("" + squatter.getLocalPort(), "keycloak");
        }
    }

    @Test
    void nothingIsSaidWhenAllIsWell(@TempDir Path state) {
        assertThat(PreflightChecks.problems(PortTable.of(ports), state)).isEmpty();
    }

    @Test
    void everyPortIsInTheTable() {
        assertThat(PortTable.of(ports))
                .extracting(PortTable.Entry::port)
                .containsExactlyInAnyOrderElementsOf(ports.all());
    }

    @Test
    void theTablesVariablesMoveThePorts() {
        for (var entry : PortTable.of(Ports.from(Map.of()))) {
            var moved = Ports.from(Map.of(entry.variable(), "40001"));
            assertThat(PortTable.of(moved))
                    .filteredOn(other -> other.port() == 40001)
                    .extracting(PortTable.Entry::part)
                    .containsExactly(entry.part());
        }
    }

    @Test
    void aFullDiskIsNamed(@TempDir Path state) {
        assertThat(PreflightChecks.disk(2_000_000_000L, state))
                .hasValueSatisfying(line -> assertThat(line).contains("1.9 GB", state.toString()));
        assertThat(PreflightChecks.disk(3_000_000_000L, state)).isEmpty();
    }
}
