package io.cofound.content.community;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What is copied here of a member: the name, and the communities the member belongs to. */
@ApplicationScoped
@Priority(CopyPersonalData.BEFORE_POSTS)
class CopyPersonalData implements PersonalData {

    /** From here on the member's row is locked, so that no post can be written between its erasure and that of the posts. */
    static final int BEFORE_POSTS = 1;

    record NameCopy(String displayName) {}

    record MembershipCopy(UUID communityId, CommunityRole role) {}

    private final Copies copies;

    CopyPersonalData(Copies copies) {
        this.copies = copies;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return list(
                        "select displayName from Member where id = ?1 and displayName is not null",
                        NameCopy.class,
                        memberId)
                .chain(names -> list(
                                "select communityId, role from Membership where memberId = ?1 and active",
                                MembershipCopy.class,
                                memberId)
                        .map(memberships -> List.of(
                                new Holding("name-copies", names), new Holding("membership-copies", memberships))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return copies.forget(request);
    }

    private static <T> Uni<List<T>> list(String query, Class<T> row, UUID memberId) {
        return Panache.getSession().chain(session -> session.createQuery(query, row)
                .setParameter(1, memberId)
                .getResultList());
    }
}
