package io.cofound.content.syndication;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class SyndicationRepository {

    static final int POSTS = 50;

    /** Null unless it is public. */
    Uni<SyndicatedCommunity> find(UUID communityId) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select c.id, coalesce(f.revision, 0), coalesce(f.name, 'Cofound'), coalesce(f.description, ''),
                            coalesce(f.language, '')
                        from community c left join community_profile f on f.community_id = c.id
                        where c.id = ?1 and c.visibility = 'PUBLIC'""", Object[].class)
                .setParameter(1, communityId)
                .getSingleResultOrNull()
                .chain(row -> row == null
                        ? Uni.createFrom().nullItem()
                        : posts(communityId)
                                .map(posts -> new SyndicatedCommunity(
                                        communityId,
                                        (long) row[1],
                                        (String) row[2],
                                        (String) row[3],
                                        (String) row[4],
                                        posts))));
    }

    private static Uni<List<SyndicatedPost>> posts(UUID communityId) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        select p.id, r.number, r.title, r.html, r.tags, r.language, a.displayName, p.publishedAt,
                            r.submittedAt
                        from Post p join PostRevision r on r.postId = p.id and r.number = p.publishedRevision
                        join Member a on a.id = p.authorId
                        where p.publishedRevision is not null and p.communityId = :community
                        order by p.publishedAt desc, p.id desc""", SyndicatedPost.class)
                .setParameter("community", communityId)
                .setMaxResults(POSTS)
                .getResultList());
    }
}
