package io.cofound.platform.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.smallrye.mutiny.Uni;

/** A feature that fails to erase as often as it was told to, after the diary was erased. */
@ApplicationScoped
@Priority(1)
class Unreliable implements PersonalData {

    private final Map<UUID, Integer> failuresLeft = new ConcurrentHashMap<>();

    void fail(UUID memberId, int times) {
        failuresLeft.put(memberId, times);
    }

    boolean hasFailedEnough(UUID memberId) {
        return failuresLeft.getOrDefault(memberId, 0) == 0;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        int left = failuresLeft.getOrDefault(request.memberId(), 0);
        if (left > 0) {
            failuresLeft.put(request.memberId(), left - 1);
            throw new IllegalStateException("cannot erase yet");
        }
        return Uni.createFrom().voidItem();
    }
}
