package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

/** The queue, most urgent first. */
@ApplicationScoped
class CaseList {

    /** Asked of each case by itself: as a "not exists" it has PostgreSQL read all that the reviewer ever did, for every page. */
    private static final String WANTS_NOBODY_ELSE = """
            (c.stage <> OPEN
                or :me not in (
                    select t.reporterId from ReportedText t where t.subjectId = c.subjectId and t.reporterId = :me)
                and (not c.freshEyes
                    or :me not in (
                        select r.madeBy from Ruling r where r.decisionId = c.decisionId and r.madeBy is not null)
                    and :me not in (
                        select o.resolvedBy from ModerationCase o
                        where o.decisionId = c.decisionId and o.resolvedBy is not null)))""";

    private final CaseRepository cases;
    private final Moderators moderators;

    CaseList(CaseRepository cases, Moderators moderators) {
        this.cases = cases;
        this.moderators = moderators;
    }

    /** Neither what the reviewer wrote or reported nor what wants somebody else. To those who moderate nothing it is
     * 403, and a community that they do not moderate is 404. */
    @WithSession
    Uni<Page<CaseView>> page(CaseFilter filter, Reviewer reviewer, PageRequest page) {
        return moderators.moderatedBy(reviewer.id()).chain(own -> {
            if (!reviewer.platform()) {
                requireModerator(filter, own);
            }
            return query(filter, reviewer, own, page).map(rows -> pageOf(rows, page));
        });
    }

    private static void requireModerator(CaseFilter filter, List<UUID> own) {
        if (filter.communityId() != null && !own.contains(filter.communityId())) {
            throw Problem.notFound("community");
        }
        if (own.isEmpty()) {
            throw Problem.forbidden("moderator-required", "Only moderators see what waits for judgement.");
        }
    }

    private Uni<List<ModerationCase>> query(CaseFilter filter, Reviewer reviewer, List<UUID> own, PageRequest page) {
        Parameters parameters = Parameters.with("me", reviewer.id());
        List<String> conditions = new ArrayList<>(List.of("c.authorId <> :me", WANTS_NOBODY_ELSE));
        conditions.add(
                switch (filter.stateOrOpen()) {
                    case OPEN -> "c.stage = OPEN and (c.claimedUntil is null or c.claimedUntil <= :now)";
                    case CLAIMED -> "c.stage = OPEN and c.claimedUntil > :now";
                    case RESOLVED -> "c.stage = RESOLVED";
                    case WITHDRAWN -> "c.stage = WITHDRAWN";
                });
        if (filter.stateOrOpen() == CaseState.Name.OPEN || filter.stateOrOpen() == CaseState.Name.CLAIMED) {
            parameters.and("now", Instant.now());
        }
        if (filter.kind() != null) {
            conditions.add("c.kind = :kind");
            parameters.and("kind", filter.kind());
        }
        if (filter.communityId() != null) {
            conditions.add("c.communityId = :community");
            parameters.and("community", filter.communityId());
        } else if (!reviewer.platform()) {
            conditions.add("c.communityId in :own");
            parameters.and("own", own);
        }
        if (!reviewer.platform()) {
            conditions.add("not c.platformOnly");
        }
        if (page.cursor() != null && !page.cursor().isBlank()) {
            CaseCursor after = CaseCursor.decode(page.cursor());
            conditions.add("(c.priority, c.id) < (:priority, :id)");
            parameters.and("priority", after.priority()).and("id", after.id());
        }
        String where = String.join(" and ", conditions);
        return cases.find("from ModerationCase c where " + where + " order by c.priority desc, c.id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    private static Page<CaseView> pageOf(List<ModerationCase> rows, PageRequest page) {
        boolean more = rows.size() > page.limit();
        List<ModerationCase> shown = more ? rows.subList(0, page.limit()) : rows;
        return new Page<>(
                shown.stream().map(CaseView::listed).toList(),
                more ? CaseCursor.of(shown.getLast()).encode() : null);
    }
}
