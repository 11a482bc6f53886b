package io.cofound.content.page;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes post pages from this service's own topic, from which they can be rebuilt at any time. */
@ApplicationScoped
class PageProjection {

    private final EventReceiver receiver;
    private final Pages pages;
    private final PageOffsets offsets;

    PageProjection(EventReceiver receiver, Pages pages, @Identifier("post-pages") PageOffsets offsets) {
        this.receiver = receiver;
        this.pages = pages;
        this.offsets = offsets;
    }

    @Incoming("post-pages")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
                    case PostPublished post -> pages.write(PageDocument.of(post));
                    case PostRemoved post -> pages.erase(post.postId(), post.revision());
                    default -> Uni.createFrom().voidItem();
                })
                .chain(() -> offsets.passed(record));
    }
}
