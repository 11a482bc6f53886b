package io.cofound.content.post;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.moderation.Action;

/** Which revision of a text others see, and how its latest one stands. The texts are {@link PostRevision}s. */
@Entity
class Post {

    /** How long after its removal it can be restored. */
    static final Duration RESTORABLE_FOR = Duration.ofDays(30);

    @Id
    UUID id;

    UUID communityId;

    UUID authorId;

    @Enumerated(EnumType.STRING)
    PostState state;

    /** Number of the latest revision, from 1. */
    long revision;

    /** Number of the revision that others see; null while they see none. */
    Long publishedRevision;

    /** Number of the revision that a refusal took from view, which may come back; null once anything else is seen. */
    Long withheldRevision;

    /** Whether it takes no more comments. */
    boolean closed;

    /** Null while it is open. */
    UUID closedBy;

    /** Since when it stands above the other posts of its community; null if it does not. Others see it if it does. */
    Instant pinnedAt;

    /** Null while it is there, and where it is gone for good. */
    Instant removedAt;

    /** Null as above. */
    UUID removedBy;

    /** Whether partners have it. */
    boolean shared;

    Instant createdAt;

    /** When others first saw it; null if they never did. */
    Instant publishedAt;

    protected Post() {}

    Post(UUID communityId, UUID authorId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.authorId = authorId;
        this.state = PostState.PENDING;
        this.createdAt = now();
    }

    /**
     * Takes the first text, or another one instead of the latest. In a community that moderates afterwards others see it
     * at once, unless what it replaces was kept from them: an edit is no way around a refusal.
     */
    PostRevision write(PostText text, ModerationMode mode) {
        boolean atOnce = mode == ModerationMode.POST && (revision == 0 || state == PostState.PUBLISHED);
        revision++;
        state = PostState.PENDING;
        if (atOnce) {
            publish();
        }
        return new PostRevision(id, revision, text, atOnce);
    }

    /**
     * @param judgedRevision what the decision is about; if it is no longer the latest, all that can change is that others
     *     no longer see what was refused, and see it again once that is taken back
     * @return whether the decision is the author's concern: it is about the latest revision, or about one that others saw
     */
    boolean decide(long judgedRevision, Action action) {
        if (isRemoved()) {
            return false;
        }
        if (judgedRevision != revision) {
            return decideReplaced(judgedRevision, action);
        }
        switch (action) {
            case PUBLISH -> publish();
            case HOLD -> refuse(PostState.HELD);
            case REJECT -> refuse(PostState.REJECTED);
        }
        return true;
    }

    /** For good. */
    void remove() {
        state = PostState.REMOVED;
        removedAt = null;
        removedBy = null;
        hide();
    }

    /** Until it is restored. A moderator's removal takes the place of the author's, who could undo that one. */
    void remove(UUID removerId) {
        if (isRemoved() && (removerId.equals(authorId) || !authorId.equals(removedBy))) {
            return;
        }
        remove();
        removedAt = now();
        removedBy = removerId;
    }

    boolean isRestorable() {
        return isRemoved()
                && removedAt != null
                && removedAt.plus(RESTORABLE_FOR).isAfter(now());
    }

    /** Its latest text was allowed and is shown again, as a revision after its removal. */
    void restore(PostRevision allowed) {
        renumber(allowed);
        allowed.published = true;
        removedAt = null;
        removedBy = null;
        publish();
    }

    /** Its latest text was not allowed and is judged anew; until then others see nothing. */
    PostRevision resubmit(PostText text) {
        removedAt = null;
        removedBy = null;
        return write(text, ModerationMode.PRE);
    }

    void pin() {
        pinnedAt = now();
    }

    void unpin() {
        pinnedAt = null;
    }

    void close(UUID closerId) {
        closed = true;
        closedBy = closerId;
    }

    void reopen() {
        closed = false;
        closedBy = null;
    }

    /** As a new revision, so that no reader takes what was told of it in its old community for newer. */
    void move(UUID targetId, PostRevision shown) {
        communityId = targetId;
        pinnedAt = null;
        renumber(shown);
        publishedRevision = revision;
    }

    /**
     * The author is forgotten and what others see stays, alone. It counts as a new revision, so that no reader who heard
     * of the one with the author's name goes back to it.
     */
    void outliveAuthor(PostRevision shown) {
        renumber(shown);
        publishedRevision = revision;
        state = PostState.PUBLISHED;
    }

    boolean isRemoved() {
        return state == PostState.REMOVED;
    }

    boolean isVisible() {
        return publishedRevision != null;
    }

    boolean shows(long number) {
        return isVisible() && publishedRevision == number;
    }

    /** While a revision waits for judgement, only those before it are gone. */
    PostRemoved removed() {
        return removed(state == PostState.PENDING ? revision - 1 : revision, null);
    }

    /** Nothing after the refused revision is gone: readers who hear that it is seen again have heard of nothing later. */
    PostRemoved withheld(UUID decisionId) {
        return removed(withheldRevision, decisionId);
    }

    private PostRemoved removed(long last, UUID decisionId) {
        return new PostRemoved(id, last, communityId, authorId, publishedAt, now(), decisionId);
    }

    private void renumber(PostRevision text) {
        revision++;
        text.number = revision;
    }

    private boolean decideReplaced(long judgedRevision, Action action) {
        boolean withheld = withheldRevision != null && withheldRevision == judgedRevision;
        if (action == Action.PUBLISH) {
            if (withheld) {
                show(judgedRevision);
            }
            return withheld;
        }
        return withheld || withhold(judgedRevision);
    }

    private void hide() {
        publishedRevision = null;
        withheldRevision = null;
        pinnedAt = null;
    }

    /** @return whether others saw that revision */
    private boolean withhold(long number) {
        if (!shows(number)) {
            return false;
        }
        hide();
        withheldRevision = number;
        return true;
    }

    private void publish() {
        state = PostState.PUBLISHED;
        show(revision);
    }

    private void show(long number) {
        publishedRevision = number;
        withheldRevision = null;
        if (publishedAt == null) {
            publishedAt = now();
        }
    }

    /** An earlier revision that others see stays. */
    private void refuse(PostState refusal) {
        state = refusal;
        withhold(revision);
    }

    /** To the millisecond, which every store and event keeps. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
