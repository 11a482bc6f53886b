package io.cofound.content.comment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.comment.MentionParser.Linked;
import io.cofound.content.comment.MentionParser.Mention;
import io.cofound.content.comment.MentionParser.Named;
import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** Tells whom a text names. */
@ApplicationScoped
class Mentions {

    /** Exactly one member of the community has that name, whatever its case. */
    private static final String BY_NAME = """
            select wanted.name, min(cast(m.id as text)) from unnest(cast(?2 as text[])) as wanted (name)
            join member m on lower(m.display_name) = lower(wanted.name)
            join membership s on s.member_id = m.id and s.community_id = ?1 and s.active
            group by wanted.name having count(*) = 1""";

    private static final String READERS = """
            select m.id from member m where m.id = any(?2) and m.display_name is not null
                and (?3 or exists (select 1 from membership s
                    where s.member_id = m.id and s.community_id = ?1 and s.active))""";

    /**
     * The members that a text names and who may read it, in its order, at most {@value MentionParser#MOST}; not its author,
     * and nobody where the post is not to be seen. Needs a session.
     */
    Uni<List<UUID>> readersNamedIn(String body, UUID authorId, CommentedPost post) {
        List<Mention> mentions = post.visible() ? MentionParser.parse(body) : List.of();
        if (mentions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return byName(mentions, post.communityId()).chain(named -> {
            List<UUID> meant = mentions.stream()
                    .map(mention -> memberIn(mention, named))
                    .filter(Objects::nonNull)
                    .filter(memberId -> !memberId.equals(authorId))
                    .distinct()
                    .limit(MentionParser.MOST)
                    .toList();
            return readers(meant, post)
                    .map(readers -> meant.stream().filter(readers::contains).toList());
        });
    }

    private static UUID memberIn(Mention mention, Map<String, UUID> named) {
        return switch (mention) {
            case Linked(UUID memberId) -> memberId;
            case Named(List<String> candidates) ->
                candidates.stream()
                        .map(named::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        };
    }

    private static Uni<Map<String, UUID>> byName(List<Mention> mentions, UUID communityId) {
        String[] names = mentions.stream()
                .mapMulti((Mention mention, Consumer<String> sink) -> {
                    if (mention instanceof Named(List<String> candidates)) {
                        candidates.forEach(sink);
                    }
                })
                .distinct()
                .toArray(String[]::new);
        if (names.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BY_NAME, Object[].class)
                        .setParameter(1, communityId)
                        .setParameter(2, names)
                        .getResultList())
                .map(rows ->
                        rows.stream().collect(toMap(row -> (String) row[0], row -> UUID.fromString((String) row[1]))));
    }

    private static Uni<Set<UUID>> readers(List<UUID> memberIds, CommentedPost post) {
        if (memberIds.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(READERS, UUID.class)
                        .setParameter(1, post.communityId())
                        .setParameter(2, memberIds.toArray(UUID[]::new))
                        .setParameter(3, post.visibility() == Visibility.PUBLIC)
                        .getResultList())
                .map(HashSet::new);
    }
}
