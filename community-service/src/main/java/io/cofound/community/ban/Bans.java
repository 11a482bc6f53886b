package io.cofound.community.ban;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Who may not join. Joins the caller's transaction, which holds the community's row. */
@ApplicationScoped
public class Bans {

    private final BanRepository bans;

    Bans(BanRepository bans) {
        this.bans = bans;
    }

    /** Empty for those who may join. */
    public Uni<Optional<BanView>> inForce(UUID communityId, UUID memberId) {
        return bans.lock(communityId, memberId)
                .map(ban -> Optional.ofNullable(ban).filter(Ban::isInForce).map(BanView::of));
    }

    /** 403 that tells the banned member until when, and why; to be answered, not thrown, which would log the reason. */
    public static HttpProblem refusal(BanView ban) {
        HttpProblem.Builder problem = HttpProblem.builder(Problem.forbidden(
                "banned",
                ban.until() == null
                        ? "You are banned from this community."
                        : "You are banned from this community until " + ban.until() + "."));
        if (ban.until() != null) {
            problem.with("until", ban.until().toString());
        }
        if (ban.reason() != null) {
            problem.with("reason", ban.reason());
        }
        return problem.build();
    }
}
