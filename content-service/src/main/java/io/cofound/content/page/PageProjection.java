package io.cofound.content.page;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.platform.documents.DocumentOffsets;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears from this service's own topics which pages to look at, and writes what PostgreSQL says of them now: many events of
 * one post are one write, and an old event brings back nothing old.
 */
@ApplicationScoped
class PageProjection {

    private final EventReceiver receiver;
    private final PageWriter writer;
    private final PostPageOffsets postOffsets;
    private final CommentPageOffsets commentOffsets;

    PageProjection(
            EventReceiver receiver,
            PageWriter writer,
            @Identifier("post-pages") PostPageOffsets postOffsets,
            @Identifier("comment-pages") CommentPageOffsets commentOffsets) {
        this.receiver = receiver;
        this.writer = writer;
        this.postOffsets = postOffsets;
        this.commentOffsets = commentOffsets;
    }

    @Incoming("post-pages")
    Uni<Void> posts(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, events -> writer.refresh(postsOf(events, PageProjection::changedPost)))
                .chain(() -> passed(records, postOffsets));
    }

    @Incoming("comment-pages")
    Uni<Void> comments(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(
                        records, events -> writer.refreshComments(postsOf(events, PageProjection::commentedPost)))
                .chain(() -> passed(records, commentOffsets));
    }

    private static UUID changedPost(Event event) {
        return switch (event) {
            case PostPublished post -> post.postId();
            case PostRemoved post -> post.postId();
            default -> null;
        };
    }

    private static UUID commentedPost(Event event) {
        return switch (event) {
            case CommentPublished comment -> comment.postId();
            case CommentRemoved comment -> comment.postId();
            default -> null;
        };
    }

    private static List<UUID> postsOf(List<Received> events, Function<Event, UUID> post) {
        return events.stream()
                .map(received -> post.apply(received.event()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Uni<Void> passed(ConsumerRecords<String, byte[]> records, DocumentOffsets offsets) {
        List<ConsumerRecord<String, byte[]>> last = records.partitions().stream()
                .map(partition -> records.records(partition).getLast())
                .toList();
        return Multi.createFrom()
                .iterable(last)
                .onItem()
                .transformToUniAndConcatenate(offsets::passed)
                .onItem()
                .ignoreAsUni();
    }
}
