package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.DecisionMade;

/** One text of a post, which never changes, and what was decided about it. Its id is that of its submission, too. */
@Entity
class PostRevision {

    @Id
    UUID id;

    UUID postId;

    long number;

    @Enumerated(EnumType.STRING)
    PostType type;

    String title;

    String body;

    /** The body, rendered and sanitised. */
    String html;

    String summary;

    String coverUrl;

    String sourceUrl;

    /** {@link PostText#sourceKey()}, by which news is known again. */
    String sourceKey;

    String[] tags;

    String language;

    /** Whether others may read it in the post's history. */
    boolean published;

    Instant submittedAt;

    /** Null while nothing is decided. */
    @Embedded
    Judgement judgement;

    protected PostRevision() {}

    PostRevision(UUID postId, long number, PostText text, boolean published) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.postId = postId;
        this.number = number;
        this.type = text.type();
        this.title = text.title();
        this.body = text.body();
        this.html = text.html();
        this.summary = text.summary();
        this.coverUrl = text.coverUrl();
        this.sourceUrl = text.sourceUrl();
        this.sourceKey = text.sourceKey();
        this.tags = text.tags().toArray(String[]::new);
        this.language = text.language();
        this.published = published;
        this.submittedAt = Post.now();
    }

    /** @param shown whether others see it by that decision; what was replaced unseen stays unseen */
    void judge(DecisionMade decision, boolean shown) {
        judgement = Judgement.of(decision);
        published = judgement.allows() && (shown || published);
    }

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return judgement != null && judgement.knows(decision);
    }

    boolean isJudged() {
        return judgement != null;
    }

    boolean isAllowed() {
        return judgement != null && judgement.allows();
    }

    PostText text() {
        return new PostText(type, title, body, html, summary, coverUrl, sourceUrl, List.of(tags), language);
    }
}
