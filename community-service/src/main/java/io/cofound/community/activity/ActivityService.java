package io.cofound.community.activity;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.Received;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Remembers what members did. The rows' natural keys take the inbox's place: an event may come again under any id. */
@ApplicationScoped
class ActivityService {

    private final ActivityRepository activities;

    ActivityService(ActivityRepository activities) {
        this.activities = activities;
    }

    @WithTransaction
    Uni<Void> remember(List<Received> batch) {
        Facts facts = Facts.of(batch);
        return activities
                .holdOffErasures()
                .chain(() -> activities.addMemberships(facts.memberships()))
                .chain(() -> activities.putPosts(facts.posts().values()))
                .chain(() -> activities.addComments(facts.comments()))
                .chain(() -> activities.addActivities(facts.activities()));
    }
}
