package io.cofound.matching.opportunity;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Tells other services and partners how a need or an offer is now. Joins the transaction. */
@ApplicationScoped
class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What others see of it has changed. */
    Uni<Void> seenDifferently(Opportunity opportunity) {
        opportunity.tell();
        return opportunity.isShown()
                ? outbox.publish(opportunity.published(), opportunity.publicly())
                : outbox.publish(opportunity.withheld()).chain(() -> forgottenByPartners(opportunity));
    }

    /** Nobody has seen what was never accepted, but who judges has. */
    Uni<Void> closed(Opportunity opportunity) {
        opportunity.tell();
        return outbox.publish(opportunity.closed()).chain(() -> forgottenByPartners(opportunity));
    }

    private Uni<Void> forgottenByPartners(Opportunity opportunity) {
        return outbox.erase(PublicOpportunity.class, opportunity.id);
    }
}
