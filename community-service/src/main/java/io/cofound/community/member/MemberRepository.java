package io.cofound.community.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {

    /** False when the member was there before; safe against two first calls at once. */
    Uni<Boolean> addIfNew(Member member) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into member (id, revision, display_name, language, registered_at)
                                values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                        .setParameter(1, member.id)
                        .setParameter(2, member.revision)
                        .setParameter(3, member.displayName)
                        .setParameter(4, member.language)
                        .setParameter(5, member.registeredAt)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
