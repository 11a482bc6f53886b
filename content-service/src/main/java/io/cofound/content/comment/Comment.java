package io.cofound.content.comment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.moderation.Action;

/**
 * Where a comment stands in its thread, which of its texts others see, and how the latest one stands. The texts are
 * {@link CommentRevision}s, each numbered by the comment's revision when it was written, so that numbers may have gaps.
 */
@Entity
class Comment {

    /** How deep threads go; what answers a comment of the last level stands beside it. */
    static final int LEVELS = 6;

    @Id
    UUID id;

    UUID postId;

    UUID communityId;

    UUID authorId;

    /** Under which it stands; null for the post itself. */
    UUID parentId;

    /** What it answers; another than the parent at the last level alone. */
    UUID answeredId;

    UUID answeredAuthorId;

    /** 1 to {@value #LEVELS}. */
    short level;

    @Enumerated(EnumType.STRING)
    CommentState state;

    /** Counts the changes from 1. */
    long revision;

    /** Number of the latest text. */
    long textNumber;

    /** Number of the text that others see; null while they see none. */
    Long publishedNumber;

    /** Number of the text that a refusal took from view, which may come back; null once anything else is seen. */
    Long withheldNumber;

    /** How many that stand directly under it are listed. */
    long replyCount;

    /** Whether it is the answer to its post's question. */
    boolean accepted;

    Instant createdAt;

    /** When others first saw it; null if they never did. */
    Instant publishedAt;

    protected Comment() {}

    /** @param answered null if it answers the post itself */
    Comment(UUID postId, UUID communityId, UUID authorId, Comment answered) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.postId = postId;
        this.communityId = communityId;
        this.authorId = authorId;
        this.level = 1;
        if (answered != null) {
            boolean deepest = answered.level == LEVELS;
            this.parentId = deepest ? answered.parentId : answered.id;
            this.level = (short) (deepest ? LEVELS : answered.level + 1);
            this.answeredId = answered.id;
            this.answeredAuthorId = answered.authorId;
        }
        this.state = CommentState.PENDING;
        this.createdAt = now();
    }

    /**
     * Takes the first text, or another one instead of the latest. In a community that moderates afterwards others see it
     * at once, unless what it replaces was kept from them: an edit is no way around a refusal.
     */
    CommentRevision write(String body, ModerationMode mode) {
        boolean first = revision == 0;
        boolean atOnce = mode == ModerationMode.POST && (first || state == CommentState.PUBLISHED);
        revision++;
        textNumber = revision;
        state = CommentState.PENDING;
        if (atOnce) {
            publish();
        }
        return new CommentRevision(id, textNumber, body, atOnce, first ? createdAt : now());
    }

    /**
     * @param judgedNumber the text that the decision is about; if it is no longer the latest, all that can change is that
     *     others no longer see what was refused, and see it again once that is taken back
     * @return whether the decision is the author's concern: it is about the latest text, or about one that others saw
     */
    boolean decide(long judgedNumber, Action action) {
        if (isRemoved()) {
            return false;
        }
        if (judgedNumber != textNumber) {
            return decideReplaced(judgedNumber, action);
        }
        switch (action) {
            case PUBLISH -> publish();
            case HOLD -> refuse(CommentState.HELD);
            case REJECT -> refuse(CommentState.REJECTED);
        }
        return true;
    }

    /**
     * Gives the latest text, which waits for judgement, a new number: those who hear that the comment is gone for readers
     * take every number until then for gone.
     */
    void resubmit(CommentRevision latest) {
        revision++;
        textNumber = revision;
        latest.number = textNumber;
    }

    void remove() {
        revision++;
        state = CommentState.REMOVED;
        hide();
    }

    void accept() {
        revision++;
        accepted = true;
    }

    void unaccept() {
        revision++;
        accepted = false;
    }

    /** The author is forgotten, and of the texts the one that others see stays alone. */
    void outliveAuthor() {
        revision++;
        textNumber = publishedNumber;
        state = CommentState.PUBLISHED;
    }

    void gainReply() {
        replyCount++;
    }

    void loseReply() {
        replyCount--;
    }

    boolean isRemoved() {
        return state == CommentState.REMOVED;
    }

    boolean isPending() {
        return state == CommentState.PENDING;
    }

    boolean isVisible() {
        return publishedNumber != null;
    }

    /** Whether it has a place in the thread: with its text, or without, as what others still answer. */
    boolean isListed() {
        return isVisible() || replyCount > 0;
    }

    boolean shows(long number) {
        return isVisible() && publishedNumber == number;
    }

    private boolean decideReplaced(long judgedNumber, Action action) {
        boolean withheld = withheldNumber != null && withheldNumber == judgedNumber;
        if (action == Action.PUBLISH) {
            if (withheld) {
                show(judgedNumber);
            }
            return withheld;
        }
        return withheld || withhold(judgedNumber);
    }

    private void publish() {
        state = CommentState.PUBLISHED;
        show(textNumber);
    }

    private void show(long number) {
        if (!shows(number) && revision > number) {
            // Readers were told of a later revision than the one in which this was written.
            revision++;
        }
        publishedNumber = number;
        withheldNumber = null;
        if (publishedAt == null) {
            publishedAt = now();
        }
    }

    /** An earlier text that others see stays. */
    private void refuse(CommentState refusal) {
        state = refusal;
        withhold(textNumber);
    }

    /** @return whether others saw that text */
    private boolean withhold(long number) {
        if (!shows(number)) {
            return false;
        }
        hide();
        withheldNumber = number;
        return true;
    }

    private void hide() {
        publishedNumber = null;
        withheldNumber = null;
        accepted = false;
    }

    /** To the millisecond, which every store and event keeps. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
