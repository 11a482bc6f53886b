package io.cofound.content.syndication;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.platform.events.delivery.EventReceiver;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what communities call themselves. An older revision never replaces a newer one. */
@ApplicationScoped
class CommunityProfileConsumer {

    private final EventReceiver receiver;

    CommunityProfileConsumer(EventReceiver receiver) {
        this.receiver = receiver;
    }

    @Incoming("community-profiles")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case CommunityCreated c -> keep(c.communityId(), c.revision(), c.name(), c.description(), c.language());
            case CommunityChanged c -> keep(c.communityId(), c.revision(), c.name(), c.description(), c.language());
            default -> Uni.createFrom().voidItem();
        });
    }

    private static Uni<Void> keep(UUID id, long revision, String name, String description, String language) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                        insert into community_profile values (?1, ?2, ?3, ?4, ?5)
                        on conflict (community_id) do update set revision = excluded.revision, name = excluded.name,
                            description = excluded.description, language = excluded.language
                        where community_profile.revision < excluded.revision""")
                        .setParameter(1, id)
                        .setParameter(2, revision)
                        .setParameter(3, name)
                        .setParameter(4, description)
                        .setParameter(5, language)
                        .executeUpdate()))
                .replaceWithVoid();
    }
}
