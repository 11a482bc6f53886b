package io.cofound.content.post;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PostRevisionRepository implements PanacheRepositoryBase<PostRevision, UUID> {

    Uni<PostRevision> of(UUID postId, long number) {
        return find("postId = ?1 and number = ?2", postId, number).singleResult();
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
