package io.cofound.content.draft;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Copies;
import io.cofound.content.post.PostDraft;
import io.cofound.content.post.PostService;
import io.cofound.content.post.PostView;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What authors do with their drafts. To everybody else a draft does not exist. */
@ApplicationScoped
class DraftService {

    /** Drafts of one member. */
    static final int MAX_DRAFTS = 100;

    private final DraftRepository drafts;
    private final PostService posts;
    private final Communities communities;
    private final Copies copies;
    private final Validator validator;

    DraftService(
            DraftRepository drafts, PostService posts, Communities communities, Copies copies, Validator validator) {
        this.drafts = drafts;
        this.posts = posts;
        this.communities = communities;
        this.copies = copies;
        this.validator = validator;
    }

    /** The member's row is locked first, as an erasure does, so that none is written that it does not find. */
    @WithTransaction
    Uni<DraftView> create(UUID communityId, UUID authorId, String authorName, DraftContent content) {
        return copies.member(authorId, 0, authorName)
                .chain(() -> communities.standing(communityId, authorId))
                .invoke(PostService::requireWriter)
                .chain(() -> drafts.countOf(authorId))
                .invoke(count -> {
                    if (count >= MAX_DRAFTS) {
                        throw Problem.conflict(
                                "too-many-drafts", "You have %d drafts. Publish or delete one first.".formatted(count));
                    }
                })
                .chain(() -> drafts.persist(new Draft(communityId, authorId, content)))
                .map(DraftView::of);
    }

    @WithSession
    Uni<Page<DraftSummary>> list(UUID authorId, PageRequest page) {
        return drafts.list(authorId, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.createdAt(), row.id()), summary -> summary));
    }

    @WithSession
    Uni<DraftView> get(UUID id, UUID callerId) {
        return own(drafts.findById(id), callerId).map(DraftView::of);
    }

    @WithTransaction
    Uni<DraftView> change(UUID id, UUID callerId, long expectedRevision, DraftContent change) {
        return own(drafts.lock(id), callerId)
                .invoke(draft -> {
                    Revision.check(expectedRevision, draft.revision);
                    draft.change(change);
                })
                .map(DraftView::of);
    }

    @WithTransaction
    Uni<Void> delete(UUID id, UUID callerId) {
        return own(drafts.lock(id), callerId).chain(drafts::delete);
    }

    @WithTransaction
    Uni<DraftView> schedule(UUID id, UUID callerId, Instant publishAt) {
        return own(drafts.lock(id), callerId)
                .invoke(draft -> draft.schedule(publishAt))
                .map(DraftView::of);
    }

    @WithTransaction
    Uni<DraftView> unschedule(UUID id, UUID callerId) {
        return own(drafts.lock(id), callerId).invoke(Draft::unschedule).map(DraftView::of);
    }

    /** The post comes and the draft goes together, or nothing happens. */
    @WithTransaction
    Uni<PostView> publish(UUID id, UUID callerId, String callerName) {
        return copies.member(callerId, 0, callerName)
                .chain(() -> own(drafts.lock(id), callerId))
                .chain(draft -> submit(draft, callerName));
    }

    /** As {@link #publish}, when its time has come; nothing happens if somebody else is at it. */
    @WithTransaction
    Uni<Void> publish(DueDraft due) {
        return communities
                .nameOf(due.authorId())
                .chain(name -> name == null ? Uni.createFrom().voidItem() : publish(due, name));
    }

    private Uni<Void> publish(DueDraft due, String authorName) {
        return copies.member(due.authorId(), 0, authorName)
                .chain(() -> drafts.lockDue(due))
                .chain(draft -> draft == null
                        ? Uni.createFrom().voidItem()
                        : submit(draft, authorName).replaceWithVoid());
    }

    @WithTransaction
    Uni<Void> fail(DueDraft due, Refusal refusal) {
        return drafts.lockDue(due)
                .invoke(draft -> {
                    if (draft != null) {
                        draft.fail(refusal);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<PostView> submit(Draft draft, String authorName) {
        PostDraft post = draft.content().post();
        Set<ConstraintViolation<PostDraft>> wrong = validator.validate(post);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return posts.submit(draft.communityId, draft.authorId, authorName, post).call(() -> drafts.delete(draft));
    }

    private static Uni<Draft> own(Uni<Draft> loaded, UUID callerId) {
        return loaded.invoke(draft -> {
            if (draft == null || !draft.authorId.equals(callerId)) {
                throw Problem.notFound("draft");
            }
        });
    }
}
