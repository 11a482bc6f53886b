package io.cofound.content.bookmark;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Presence;
import io.cofound.content.community.Presence.SignedIn;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class FolderService {

    static final int MOST = 100;

    private final Presence presence;
    private final FolderRepository folders;

    FolderService(Presence presence, FolderRepository folders) {
        this.presence = presence;
        this.folders = folders;
    }

    @WithSession
    Uni<List<FolderView>> of(UUID memberId) {
        return folders.of(memberId);
    }

    @WithTransaction
    Uni<FolderView> create(SignedIn member, FolderDraft draft) {
        String name = draft.name().strip();
        return presence.hold(member).chain(() -> folders.lockAll(member.id())).chain(own -> {
            if (own.stream().anyMatch(folder -> folder.name().equals(name))) {
                throw taken();
            }
            if (own.size() >= MOST) {
                throw Problem.conflict(
                        "too-many-bookmark-folders", "You have " + MOST + " bookmark folders, which is the most.");
            }
            return folders.add(member.id(), name);
        });
    }

    @WithTransaction
    Uni<FolderView> rename(UUID id, UUID memberId, FolderDraft draft) {
        String name = draft.name().strip();
        return folders.lockAll(memberId).chain(own -> {
            FolderView folder = own.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("bookmark-folder"));
            if (own.stream()
                    .anyMatch(other -> !other.id().equals(id) && other.name().equals(name))) {
                throw taken();
            }
            return folders.rename(id, name).replaceWith(new FolderView(id, name, folder.createdAt()));
        });
    }

    @WithTransaction
    Uni<Void> remove(UUID id, UUID memberId) {
        return folders.remove(id, memberId)
                .invoke(removed -> {
                    if (removed == 0) {
                        throw Problem.notFound("bookmark-folder");
                    }
                })
                .replaceWithVoid();
    }

    private static RuntimeException taken() {
        return Problem.conflict("bookmark-folder-name-taken", "You have a bookmark folder of this name.");
    }
}
