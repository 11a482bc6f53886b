package io.cofound.community.member;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberRole;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Finds members by what they show to those who are signed in, and by nothing else. */
@ApplicationScoped
class MemberSearch {

    private final MemberRepository members;

    MemberSearch(MemberRepository members) {
        this.members = members;
    }

    /**
     * Newest first; who fits all that is not null or blank.
     *
     * @param skill an id, name or alias of a tag
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for a skill that is no tag
     */
    @WithSession
    Uni<Page<MemberView>> search(UUID readerId, String skill, MemberRole role, String text, PageRequest page) {
        if (isGiven(text) && !SearchTerms.canBeSought(text)) {
            return Uni.createFrom().item(Page.empty());
        }
        String skillId = isGiven(skill) ? TagChoice.idOf("skill", skill) : null;
        return members.search(SearchTerms.sought(skillId, role, text), page)
                .map(rows -> Page.of(
                        rows,
                        page,
                        member -> new Cursor(member.registeredAt, member.id),
                        member -> MemberView.of(member, Optional.of(readerId))));
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
