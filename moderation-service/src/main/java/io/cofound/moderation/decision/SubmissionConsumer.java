package io.cofound.moderation.decision;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.learning.Watch;
import io.cofound.moderation.rules.RuleRung;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Judges what members submit. What the local rungs are sure of is decided at once; the rest waits in a table for the
 * language model, so that its slowness delays nothing else. A removal may come before the submission that it is about:
 * they have different keys.
 */
@ApplicationScoped
class SubmissionConsumer {

    private static final String DECISION = "moderation.decision";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final RuleRung rules;
    private final Classifier classifier;
    private final Watch watch;
    private final SubmissionService submissions;
    private final ReviewWorkers workers;

    SubmissionConsumer(
            EventReceiver receiver,
            Inbox inbox,
            RuleRung rules,
            Classifier classifier,
            Watch watch,
            SubmissionService submissions,
            ReviewWorkers workers) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.rules = rules;
        this.classifier = classifier;
        this.watch = watch;
        this.submissions = submissions;
        this.workers = workers;
    }

    @Incoming("submissions")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case PostSubmitted post -> judge(received, Submission.of(post));
            case CommentSubmitted comment -> judge(received, Submission.of(comment));
            case ProfileSubmitted profile -> judge(received, Submission.of(profile));
            case MeetupSubmitted meetup -> judge(received, Submission.of(meetup));
            case OpportunitySubmitted opportunity -> judge(received, Submission.of(opportunity));
            case PostPublished post ->
                inbox.once(
                        DECISION,
                        received,
                        () -> submissions.shown(post.postId(), post.revision(), post.communityId()));
            case PostRemoved post ->
                inbox.once(
                        DECISION, received, () -> submissions.gone(post.postId(), post.revision(), post.byDecision()));
            case CommentRemoved comment ->
                inbox.once(
                        DECISION,
                        received,
                        () -> submissions.gone(comment.commentId(), comment.revision(), comment.byDecision()));
            case MeetupCancelled meetup ->
                inbox.once(DECISION, received, () -> submissions.forget(meetup.meetupId(), meetup.revision()));
            case OpportunityClosed opportunity ->
                inbox.once(
                        DECISION,
                        received,
                        () -> submissions.forget(opportunity.opportunityId(), opportunity.revision()));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> judge(Received received, Submission submission) {
        AtomicBoolean waits = new AtomicBoolean();
        return rules.judge(submission.subject().communityId(), submission.text(), () -> classifier
                        .classify(submission.text())
                        .invoke(judged -> watch.judged(submission.language(), submission.text(), judged)))
                .chain(local -> inbox.once(
                        DECISION, received, () -> submissions.take(submission, local, () -> waits.set(true))))
                .invoke(() -> {
                    if (waits.get()) {
                        workers.wake();
                    }
                });
    }
}
