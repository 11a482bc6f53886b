package io.cofound.content.post;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * A community has a piece of news once. A post holds the address of its latest text, unless that was refused or the post
 * removed, and that of the text which others see. Kept in the caller's transaction; whoever comes second waits for it on
 * the table's key.
 */
@ApplicationScoped
class NewsSources {

    private static final String LET_GO = """
            delete from news_source s using post p
            where p.id = ?1 and s.post_id = p.id and (s.community_id <> p.community_id or not exists (
                select from post_revision r
                where r.post_id = p.id and r.source_key = s.source_key
                    and (r.number = p.published_revision
                        or r.number = p.revision and p.state in ('PENDING', 'PUBLISHED', 'HELD'))))""";

    private static final String TAKE = """
            insert into news_source (community_id, source_key, post_id)
            select distinct p.community_id, r.source_key, p.id
            from post p join post_revision r on r.post_id = p.id
            where p.id = ?1 and r.source_key is not null
                and (r.number = p.published_revision
                    or r.number = p.revision and p.state in ('PENDING', 'PUBLISHED', 'HELD'))
            order by r.source_key
            on conflict do nothing""";

    private static final String OTHER_HOLDER = """
            select s.post_id
            from post p
                join post_revision r on r.post_id = p.id and r.number = p.revision
                join news_source s on s.community_id = p.community_id and s.source_key = r.source_key
            where p.id = ?1 and s.post_id <> p.id""";

    private final PostGate gate;

    NewsSources(PostGate gate) {
        this.gate = gate;
    }

    /** For what an author does. Fails with 409 if another post holds the news, and names it if the author may see it. */
    Uni<Void> claim(Post post) {
        return Panache.getSession()
                .chain(session -> follow(session, post).chain(() -> otherHolder(session, post)))
                .chain(holder -> holder.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : seen(holder.get(), post.authorId)
                                .chain(seen -> Uni.createFrom().failure(duplicate(seen))));
    }

    /** For what is decided about a post, which another may have come before meanwhile: then that one keeps the news. */
    Uni<Void> settle(Post post) {
        return Panache.getSession().chain(session -> follow(session, post));
    }

    /** As above. */
    Uni<Void> settle(List<Post> posts) {
        return Multi.createFrom()
                .iterable(posts)
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last();
    }

    private static Uni<Void> follow(Session session, Post post) {
        return session.flush()
                .chain(() -> session.createNativeQuery(LET_GO)
                        .setParameter(1, post.id)
                        .executeUpdate())
                .chain(() ->
                        session.createNativeQuery(TAKE).setParameter(1, post.id).executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Optional<UUID>> otherHolder(Session session, Post post) {
        return session.createNativeQuery(OTHER_HOLDER, UUID.class)
                .setParameter(1, post.id)
                .getResultList()
                .map(holders -> holders.stream().findFirst());
    }

    private Uni<Optional<UUID>> seen(UUID postId, UUID readerId) {
        return gate.see(postId, new Reader(readerId, false))
                .map(access -> Optional.of(access.postId()))
                .onFailure(HttpProblem.class)
                .recoverWithItem(Optional.empty());
    }

    private static HttpProblem duplicate(Optional<UUID> seen) {
        HttpProblem.Builder problem = HttpProblem.builder(
                Problem.conflict("duplicate-news", "The community has a post about the same sourceUrl."));
        seen.ifPresent(postId -> problem.with("postId", postId));
        return problem.build();
    }
}
