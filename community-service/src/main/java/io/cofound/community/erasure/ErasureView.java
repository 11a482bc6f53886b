package io.cofound.community.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.privacy.PublicContent;

/**
 * An erasure as the ledger has it.
 *
 * @param completedAt null until every service has acknowledged
 * @param overdue whether somebody has not acknowledged for a day
 * @param services when each service acknowledged; null while it is awaited
 */
record ErasureView(
        UUID erasureId,
        UUID memberId,
        ErasureState state,
        PublicContent publicContent,
        Instant requestedAt,
        Instant completedAt,
        boolean overdue,
        Map<String, Instant> services) {

    static ErasureView of(Erasure erasure, Map<String, Instant> services) {
        return new ErasureView(
                erasure.id,
                erasure.memberId,
                erasure.state(),
                erasure.publicContent,
                erasure.requestedAt,
                erasure.completedAt,
                erasure.isOverdue(),
                services);
    }
}
