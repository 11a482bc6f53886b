package io.cofound.moderation.decision;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Judges posts. What the local rungs are sure of is decided at once; the rest waits in a table for the language model,
 * so that its slowness delays no other post.
 */
@ApplicationScoped
class PostSubmittedConsumer {

    private static final String DECISION = "moderation.decision";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Classifier classifier;
    private final SecondOpinion opinion;
    private final DecisionService decisions;
    private final ReviewService reviews;
    private final ReviewWorkers workers;

    PostSubmittedConsumer(
            EventReceiver receiver,
            Inbox inbox,
            Classifier classifier,
            SecondOpinion opinion,
            DecisionService decisions,
            ReviewService reviews,
            ReviewWorkers workers) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.classifier = classifier;
        this.opinion = opinion;
        this.decisions = decisions;
        this.reviews = reviews;
        this.workers = workers;
    }

    @Incoming("posts")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case PostSubmitted post -> judge(received, post);
            case PostRemoved post -> inbox.once(DECISION, received, () -> reviews.forget(post.postId()));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> judge(Received received, PostSubmitted post) {
        String text = Submission.textOf(post);
        return classifier
                .classify(text)
                .chain(local -> opinion.isWanted(local)
                        ? inbox.once(DECISION, received, () -> reviews.keep(Submission.of(post), text, local))
                                .invoke(workers::wake)
                        : inbox.once(DECISION, received, () -> decide(post, local)));
    }

    private Uni<Void> decide(PostSubmitted post, Classification classification) {
        return decisions.decide(Submission.of(post), classification);
    }
}
