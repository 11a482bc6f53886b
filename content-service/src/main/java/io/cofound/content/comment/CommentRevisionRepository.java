package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CommentRevisionRepository implements PanacheRepositoryBase<CommentRevision, UUID> {

    private static final String BY_AUTHOR =
            "select r from CommentRevision r join Comment c on c.id = r.commentId where c.authorId = ?1";

    Uni<CommentRevision> of(UUID commentId, long number) {
        return find("commentId = ?1 and number = ?2", commentId, number).singleResult();
    }

    /** What the decision is about, null if it is gone. A text that was given another number since is known by the decision. */
    Uni<CommentRevision> judgedBy(DecisionMade decision) {
        return find(
                        "commentId = ?1 and (number = ?2 or judgement.id = ?3)",
                        decision.subjectId(),
                        decision.subjectRevision(),
                        decision.decisionId())
                .firstResult();
    }

    /** All of an author's texts, comment by comment, oldest first. */
    Uni<List<CommentRevision>> writtenBy(UUID authorId) {
        return list(BY_AUTHOR + " order by r.commentId, r.number", authorId);
    }

    /** Those of an author's texts that others see, of comments until then. */
    Uni<List<CommentRevision>> publishedBy(UUID authorId, Instant until) {
        return list(BY_AUTHOR + " and c.createdAt <= ?2 and c.publishedNumber = r.number", authorId, until);
    }

    /** The ids of an author's texts whose submissions the topic may still tell of. */
    Uni<List<UUID>> submissionsOf(UUID authorId, Instant until) {
        return Panache.getSession().chain(session -> session.createQuery("""
                                select r.id from CommentRevision r join Comment c on c.id = r.commentId
                                where c.authorId = ?1 and c.createdAt <= ?2 and (r.judgement.action is null or r.judgement.action <> PUBLISH)
                                order by r.id""", UUID.class)
                .setParameter(1, authorId)
                .setParameter(2, until)
                .getResultList());
    }

    /** Every text of the author's comments until then, but the one of each that others see. */
    Uni<Void> deleteUnseenBy(UUID authorId, Instant until) {
        return delete("""
                id in (select r.id from CommentRevision r join Comment c on c.id = r.commentId
                    where c.authorId = ?1 and c.createdAt <= ?2
                        and (c.publishedNumber is null or c.publishedNumber <> r.number))""", authorId, until).replaceWithVoid();
    }

    /** Latest first. */
    Uni<List<CommentRevision>> latest(UUID commentId, PageRequest page) {
        Parameters parameters = Parameters.with("comment", commentId);
        String after = page.after().isPresent() ? " and (submittedAt, id) < (:at, :id)" : "";
        page.after().ifPresent(cursor -> parameters.and("at", cursor.at()).and("id", cursor.id()));
        return find("commentId = :comment" + after + " order by submittedAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }
}
