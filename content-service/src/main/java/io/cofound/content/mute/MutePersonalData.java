package io.cofound.content.mute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** What a member mutes. That others mute the member is theirs. */
@ApplicationScoped
class MutePersonalData implements PersonalData {

    /** Without the name, which is another member's. */
    record Muted(UUID memberId, Instant mutedAt) {}

    private final MuteRepository mutes;

    MutePersonalData(MuteRepository mutes) {
        this.mutes = mutes;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return mutes.tagsOf(memberId).chain(tags -> mutes.membersOf(memberId)
                .map(members -> List.of(
                        new Holding("muted-tags", tags),
                        new Holding(
                                "muted-members",
                                members.stream()
                                        .map(member -> new Muted(member.id(), member.mutedAt()))
                                        .toList()))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return mutes.forget(request.memberId(), request.requestedAt());
    }
}
