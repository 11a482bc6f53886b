package io.cofound.moderation.rules;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Keeps the rules that apply ready in this instance, at most a few seconds behind the others. */
@ApplicationScoped
class RuleSets {

    private static final Logger LOG = Logger.getLogger(RuleSets.class);

    private final RuleRepository rules;
    private volatile RuleSet current;

    RuleSets(RuleRepository rules) {
        this.rules = rules;
    }

    /** Waits for the database only before the first look at it: no text is judged without the rules. */
    Uni<RuleSet> current() {
        return current == null
                ? refresh().map(ignored -> current)
                : Uni.createFrom().item(current);
    }

    /** To be called after a change was committed, too, for whoever made it to see it at once. */
    @Scheduled(every = "{cofound.moderation.rules.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> refresh() {
        return rules.version()
                .chain(version -> current != null && current.version() == version
                        ? Uni.createFrom().voidItem()
                        : load(version));
    }

    /** What changed between two looks at the version is of neither; the next look has it. */
    private Uni<Void> load(long version) {
        return rules.applied()
                .map(found -> new RuleSet(
                        version, found.stream().map(CompiledRule::of).toList()))
                .chain(loaded -> rules.version().invoke(now -> {
                    if (now == version || current == null) {
                        current = loaded;
                        LOG.infof(
                                "rule set %d applies, %d rules",
                                version, loaded.rules().size());
                    }
                }))
                .replaceWithVoid();
    }
}
