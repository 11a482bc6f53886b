package io.cofound.community.notification;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PreferenceService {

    private final PreferenceRepository preferences;

    PreferenceService(PreferenceRepository preferences) {
        this.preferences = preferences;
    }

    @WithSession
    Uni<Preferences> of(UUID memberId) {
        return preferences.of(memberId);
    }

    @WithTransaction
    Uni<Preferences> put(UUID memberId, Preferences chosen) {
        Preferences completed = chosen.completed();
        return preferences
                .put(memberId, completed)
                .chain(() -> preferences.applyToWaiting(memberId, completed))
                .replaceWith(completed);
    }
}
