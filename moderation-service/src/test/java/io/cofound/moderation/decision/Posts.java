package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PostType;

/** Posts on their way through judgement. */
final class Posts {

    private Posts() {}

    static PostSubmitted by(UUID author, String text, Instant at) {
        return new PostSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UuidCreator.getTimeOrderedEpoch(),
                author,
                PostType.QUESTION,
                "title",
                text,
                null,
                null,
                null,
                List.of(),
                "en",
                at);
    }

    static PostSubmitted revised(PostSubmitted post, long revision) {
        return revision(UuidCreator.getTimeOrderedEpoch(), post, revision, post.submittedAt());
    }

    /** To be in the same partition, and so to come after it. */
    static PostSubmitted revisedUnderTheSameKey(PostSubmitted post, long revision, Instant at) {
        return revision(post.submissionId(), post, revision, at);
    }

    private static PostSubmitted revision(UUID submission, PostSubmitted post, long revision, Instant at) {
        return new PostSubmitted(
                submission,
                post.postId(),
                revision,
                post.communityId(),
                post.authorId(),
                post.type(),
                post.title(),
                post.body(),
                null,
                null,
                null,
                post.tags(),
                post.language(),
                at);
    }
}
