package io.cofound.content.post;

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
class PostRevisionRepository implements PanacheRepositoryBase<PostRevision, UUID> {

    private static final String BY_AUTHOR =
            "select r from PostRevision r join Post p on p.id = r.postId where p.authorId = ?1";

    Uni<PostRevision> of(UUID postId, long number) {
        return find("postId = ?1 and number = ?2", postId, number).singleResult();
    }

    /** Null if there is none, or the reader may not see it. */
    Uni<PostRevision> visible(UUID postId, long number, boolean onlyPublished) {
        return find("postId = ?1 and number = ?2" + (onlyPublished ? " and published" : ""), postId, number)
                .firstResult();
    }

    /** The nearest one before it that the reader may see; null if there is none. */
    Uni<PostRevision> visibleBefore(UUID postId, long number, boolean onlyPublished) {
        String where = "postId = ?1 and number < ?2" + (onlyPublished ? " and published" : "");
        return find(where + " order by number desc", postId, number).firstResult();
    }

    /**
     * What the decision is about, null if it is gone. A text whose author was forgotten has another number since, and is
     * known by the decision.
     */
    Uni<PostRevision> judgedBy(DecisionMade decision) {
        return find(
                        "postId = ?1 and (number = ?2 or judgement.id = ?3)",
                        decision.subjectId(),
                        decision.subjectRevision(),
                        decision.decisionId())
                .firstResult();
    }

    /** All of an author's texts, post by post, oldest first. */
    Uni<List<PostRevision>> writtenBy(UUID authorId) {
        return list(BY_AUTHOR + " order by r.postId, r.number", authorId);
    }

    /** Those of an author's texts that others see, of posts until then. */
    Uni<List<PostRevision>> publishedBy(UUID authorId, Instant until) {
        return list(BY_AUTHOR + " and p.createdAt <= ?2 and p.publishedRevision = r.number", authorId, until);
    }

    /** The ids of an author's texts whose submissions the topic may still tell of. */
    Uni<List<UUID>> submissionsOf(UUID authorId, Instant until) {
        return Panache.getSession().chain(session -> session.createQuery("""
                                select r.id from PostRevision r join Post p on p.id = r.postId
                                where p.authorId = ?1 and p.createdAt <= ?2 and (r.judgement.action is null or r.judgement.action <> PUBLISH)
                                order by r.id""", UUID.class)
                .setParameter(1, authorId)
                .setParameter(2, until)
                .getResultList());
    }

    /** Every text of the author's posts until then, but the one of each that others see. */
    Uni<Void> deleteUnseenBy(UUID authorId, Instant until) {
        return delete("""
                id in (select r.id from PostRevision r join Post p on p.id = r.postId
                    where p.authorId = ?1 and p.createdAt <= ?2
                        and (p.publishedRevision is null or p.publishedRevision <> r.number))""", authorId, until).replaceWithVoid();
    }

    /** The published texts of the posts, which have one each. */
    Uni<List<PostRevision>> published(List<UUID> postIds) {
        return list("""
                select r from PostRevision r join Post p on p.id = r.postId and p.publishedRevision = r.number
                where p.id in ?1""", postIds);
    }

    /** Latest first. */
    Uni<List<PostRevision>> latest(UUID postId, boolean onlyPublished, PageRequest page) {
        Parameters parameters = Parameters.with("post", postId);
        String where = "postId = :post";
        if (onlyPublished) {
            where += " and published";
        }
        if (page.after().isPresent()) {
            where += " and (submittedAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by submittedAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }
}
