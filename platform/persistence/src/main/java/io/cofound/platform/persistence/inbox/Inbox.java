package io.cofound.platform.persistence.inbox;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.Received;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Makes the effect of an event happen once, however often the event is delivered. */
@ApplicationScoped
public class Inbox {

    /**
     * Runs the effect in one transaction with the note that it has run; does nothing where that note exists.
     *
     * @param consumer names the effect; several may follow from one event in one service
     */
    public Uni<Void> once(String consumer, Received received, Supplier<Uni<Void>> effect) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into inbox (consumer, event_id) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, consumer)
                        .setParameter(2, received.id())
                        .executeUpdate())
                .chain(inserted ->
                        inserted == 1 ? effect.get() : Uni.createFrom().voidItem()));
    }
}
