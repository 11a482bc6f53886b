package io.cofound.moderation.budget;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Which budgets an operator set. They stay in force; after an erasure an id that nobody has any more set them. */
@ApplicationScoped
class BudgetPersonalData implements PersonalData {

    /** @param scope the community; zeros for the platform */
    record SetBudget(UUID scope, long microsADay) {}

    private final BudgetRepository budgets;

    BudgetPersonalData(BudgetRepository budgets) {
        this.budgets = budgets;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return budgets.limitsBy(memberId)
                .map(rows -> List.of(new Holding(
                        "moderation-budgets",
                        rows.stream()
                                .map(row -> new SetBudget((UUID) row[0], (long) row[1]))
                                .toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return Uni.createFrom().voidItem();
    }
}
