package io.cofound.community.community;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.member.MemberService;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CommunityService {

    private final CommunityRepository communities;
    private final MemberService members;
    private final Memberships memberships;
    private final Roster roster;
    private final Outbox outbox;

    CommunityService(
            CommunityRepository communities,
            MemberService members,
            Memberships memberships,
            Roster roster,
            Outbox outbox) {
        this.communities = communities;
        this.members = members;
        this.memberships = memberships;
        this.roster = roster;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<CommunityView> found(Caller caller, CommunityDraft draft) {
        Community community = new Community(caller.id(), draft);
        return members.provision(caller)
                .chain(() -> communities.persistAndFlush(community))
                .call(() -> outbox.publish(community.created()))
                .call(() -> publishIfPublic(community))
                .call(() -> roster.admit(community.id, caller.id(), CommunityRole.OWNER))
                .map(founded -> CommunityView.of(founded, Standing.memberAs(CommunityRole.OWNER)));
    }

    @WithTransaction
    Uni<CommunityView> change(UUID memberId, UUID id, long expectedRevision, CommunityChange change) {
        return memberships
                .requireForChange(id, memberId, Permission.CHANGE, false)
                .chain(acting -> {
                    Community community = acting.community();
                    Revision.check(expectedRevision, community.revision);
                    boolean wasPublic = community.isPublic();
                    community.apply(change);
                    return outbox.publish(community.changed())
                            .call(() -> wasPublic && !community.isPublic()
                                    ? outbox.erase(PublicCommunity.class, id)
                                    : publishIfPublic(community))
                            .replaceWith(() -> CommunityView.of(community, Standing.memberAs(acting.role())));
                });
    }

    /** Archiving what is archived, and opening what is open, changes nothing. */
    @WithTransaction
    Uni<CommunityView> archive(UUID memberId, UUID id, boolean archived) {
        return memberships
                .requireForChange(id, memberId, Permission.ARCHIVE, true)
                .chain(acting -> {
                    Community community = acting.community();
                    Uni<Void> told = Uni.createFrom().voidItem();
                    if (community.archived != archived) {
                        if (archived) {
                            community.archive();
                        } else {
                            community.reopen();
                        }
                        told = outbox.publish(community.changed());
                    }
                    return told.replaceWith(() -> CommunityView.of(community, Standing.memberAs(acting.role())));
                });
    }

    @WithSession
    Uni<CommunityView> get(UUID id, Optional<UUID> reader) {
        return communities
                .findById(id)
                .call(community -> requireVisible(community, reader))
                .chain(community -> views(List.of(community), reader))
                .map(List::getFirst);
    }

    @WithSession
    Uni<Page<CommunityView>> list(Optional<UUID> reader, PageRequest page) {
        return communities
                .latestVisibleTo(reader, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.createdAt, row.id), row -> row))
                .chain(rows -> views(rows.items(), reader).map(views -> new Page<>(views, rows.nextCursor())));
    }

    private Uni<List<CommunityView>> views(List<Community> rows, Optional<UUID> reader) {
        if (reader.isEmpty()) {
            return Uni.createFrom()
                    .item(rows.stream().map(row -> CommunityView.of(row, null)).toList());
        }
        return communities
                .standings(reader.get(), rows.stream().map(row -> row.id).toList())
                .map(standings -> rows.stream()
                        .map(row -> CommunityView.of(row, standings.get(row.id)))
                        .toList());
    }

    /** A hidden community does not exist for those who do not belong to it. */
    private Uni<Void> requireVisible(Community community, Optional<UUID> reader) {
        if (community == null) {
            throw Problem.notFound("community");
        }
        return community.isHidden()
                ? memberships.requireMember(community.id, reader)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> publishIfPublic(Community community) {
        return community.isPublic()
                ? outbox.publish(community.published())
                : Uni.createFrom().voidItem();
    }
}
