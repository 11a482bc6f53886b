package io.cofound.content.reaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Presence;
import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ReactionService {

    private final Presence presence;
    private final PostGate gate;
    private final ReactionRepository reactions;
    private final Counters counters;

    ReactionService(Presence presence, PostGate gate, ReactionRepository reactions, Counters counters) {
        this.presence = presence;
        this.gate = gate;
        this.reactions = reactions;
        this.counters = counters;
    }

    @WithSession
    Uni<ReactionsView> of(UUID postId, Reader reader) {
        return gate.see(postId, reader).chain(() -> reactions.counts(postId)).chain(counted -> own(postId, reader)
                .map(own -> {
                    Map<ReactionKind, Long> counts = new EnumMap<>(ReactionKind.class);
                    for (ReactionKind kind : ReactionKind.values()) {
                        counts.put(kind, counted.getOrDefault(kind, 0L));
                    }
                    return new ReactionsView(counts, own);
                }));
    }

    /** Adding twice is adding once. */
    @WithTransaction
    Uni<Void> add(UUID postId, ReactionKind kind, Reader reader, SignedIn member) {
        return presence.hold(member)
                .chain(() -> gate.hold(postId, reader))
                .invoke(post -> {
                    if (!post.standing().mayWrite()) {
                        throw Problem.forbidden("members-only", "Only members of the community may react in it.");
                    }
                    if (post.standing().archived()) {
                        throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
                    }
                })
                .chain(() -> reactions.add(postId, member.id(), kind))
                .chain(added -> count(postId, added));
    }

    /** What is one's own may be taken back whoever one is by now; of anything else only who sees the post hears. */
    @WithTransaction
    Uni<Void> remove(UUID postId, ReactionKind kind, Reader reader) {
        return reactions
                .remove(postId, reader.id(), kind)
                .chain(removed -> removed == 0 ? gate.see(postId, reader).replaceWithVoid() : count(postId, -removed));
    }

    private Uni<Void> count(UUID postId, int change) {
        return change == 0 ? Uni.createFrom().voidItem() : counters.add(postId, Counter.REACTIONS, change);
    }

    private Uni<List<ReactionKind>> own(UUID postId, Reader reader) {
        return reader.id() == null ? Uni.createFrom().item(List.of()) : reactions.own(postId, reader.id());
    }
}
