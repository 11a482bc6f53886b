package io.cofound.community.member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** The profile. */
@ApplicationScoped
class MemberPersonalData implements PersonalData {

    private final MemberRepository members;
    private final MemberService service;

    MemberPersonalData(MemberRepository members, MemberService service) {
        this.members = members;
        this.service = service;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return members.here(List.of(memberId))
                .map(rows -> rows.stream()
                        .map(member -> MemberView.of(member, Optional.of(memberId)))
                        .toList())
                .map(views -> List.of(new Holding("profile", views)));
    }

    /** Mostly done already, with the request; this is for what came to be without it. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return service.eraseUpTo(request.memberId(), request.memberRevision());
    }
}
