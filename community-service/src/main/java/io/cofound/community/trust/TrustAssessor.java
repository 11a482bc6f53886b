package io.cofound.community.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Applies the rule to members and tells of the levels that changed. Joins the caller's transaction. */
@ApplicationScoped
class TrustAssessor {

    private final SignalRepository signals;
    private final TrustRule rule;
    private final Outbox outbox;
    private final Notifications notifications;

    TrustAssessor(SignalRepository signals, TrustRule rule, Outbox outbox, Notifications notifications) {
        this.signals = signals;
        this.rule = rule;
        this.outbox = outbox;
        this.notifications = notifications;
    }

    /** @param trusts locked */
    Uni<Void> assess(List<Trust> trusts, Instant now) {
        if (trusts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return signals.of(trusts.stream().map(trust -> trust.memberId).toList())
                .map(byMember -> {
                    List<TrustChanged> changes = new ArrayList<>();
                    for (Trust trust : trusts) {
                        int previousLevel = trust.level;
                        List<Signal> known = byMember.getOrDefault(trust.memberId, List.of());
                        if (trust.accept(rule.assess(trust.registeredAt, known, now))) {
                            changes.add(trust.changed(previousLevel, now));
                        }
                    }
                    return changes;
                })
                .call(changes -> outbox.publish(changes))
                .chain(this::tell);
    }

    private Uni<Void> tell(List<TrustChanged> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> notifications.raise(
                        change.memberId(),
                        NotificationKind.TRUST_CHANGED,
                        null,
                        change.memberId(),
                        "trust:" + change.revision()))
                .collect()
                .last();
    }
}
