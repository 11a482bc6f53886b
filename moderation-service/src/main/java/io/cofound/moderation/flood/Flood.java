package io.cofound.moderation.flood;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Policy;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Holds what is harmless once and harms as a mass: the same text again and again, and many new members who write at once.
 * Nothing is rejected for it, and what other rungs rejected stays so.
 */
@ApplicationScoped
public class Flood {

    private static final Logger LOG = Logger.getLogger(Flood.class);

    private record Finding(HeldFor kind, Reason reason) {}

    private final TextPrints prints;
    private final JoinWaves waves;
    private final FloodConfig config;
    private final MeterRegistry meters;

    Flood(TextPrints prints, JoinWaves waves, FloodConfig config, MeterRegistry meters) {
        this.prints = prints;
        this.waves = waves;
        this.config = config;
        this.meters = meters;
    }

    /** To be called once for each revision of a text. Joins the caller's transaction. */
    public Uni<Classification> judge(Writing writing, Classification local) {
        TextPrint print = TextPrint.of(writing.text(), config.shortBelow());
        return prints.copies(print, writing, config.window())
                .map(copies -> finding(print, copies))
                .chain(copied -> prints.note(print, writing, copied == null ? null : copied.kind())
                        .chain(() -> wave(writing))
                        .chain(wave -> copied != null || wave == null
                                ? Uni.createFrom().item(copied)
                                : prints.note(print, writing, wave.kind()).replaceWith(wave)))
                .call(() -> prints.forgetBefore(writing.writtenAt().minus(kept())))
                .map(finding -> finding == null ? local : held(local, finding));
    }

    /** How long it is known what was written. */
    Duration kept() {
        return config.window().multipliedBy(6);
    }

    private Finding finding(TextPrint print, Copies copies) {
        long own = copies.byAuthor() + 1;
        long all = copies.inCommunity() + 1;
        if (own >= (print.isShort() ? config.shortByOneAuthor() : config.byOneAuthor())) {
            return copied(ordinal(own) + nearCopy(print) + " by one author in " + minutes(config.window()));
        }
        if (copies.authors() + 1 >= config.manyAuthors()
                && all >= (print.isShort() ? config.shortByManyAuthors() : config.byManyAuthors())) {
            return copied(ordinal(all) + nearCopy(print) + " in " + minutes(config.window()) + ", by "
                    + (copies.authors() + 1) + " members");
        }
        return null;
    }

    private Uni<Finding> wave(Writing writing) {
        if (writing.communityId() == null) {
            return Uni.createFrom().nullItem();
        }
        Instant at = writing.writtenAt();
        Instant joinedAfter = at.minus(config.joinWave().newFor());
        return waves.isNew(writing.communityId(), writing.authorId(), joinedAfter)
                .chain(isNew -> isNew
                        ? waves.writers(writing.communityId(), at.minus(config.window()), at, joinedAfter)
                                .chain(writers -> writers < config.joinWave().members()
                                        ? Uni.createFrom().voidItem()
                                        : open(writing, writers))
                                .chain(() -> waves.openAt(writing.communityId(), at))
                                .map(members -> members == 0 ? null : newcomersWait(members))
                        : Uni.createFrom().nullItem());
    }

    private Uni<Void> open(Writing writing, long writers) {
        return waves.open(
                        writing.communityId(),
                        writing.writtenAt(),
                        config.joinWave().holdFor(),
                        writers)
                .invoke(opened -> {
                    if (opened) {
                        LOG.warnf(
                                "join wave in community %s: %d new members wrote within %s; what newcomers write waits",
                                writing.communityId(), writers, config.window());
                        meters.counter("cofound.moderation.join.waves").increment();
                    }
                })
                .replaceWithVoid();
    }

    private Finding newcomersWait(int members) {
        String evidence = members + " new members wrote within " + minutes(config.window());
        return new Finding(HeldFor.JOIN_WAVE, new Reason(Policy.NEW_MEMBERS_WAIT.clause(), evidence));
    }

    private static Finding copied(String evidence) {
        return new Finding(HeldFor.COPIES, new Reason(Policy.NO_FLOODING.clause(), evidence));
    }

    private Classification held(Classification local, Finding finding) {
        if (local.action() == Action.REJECT) {
            return local;
        }
        meters.counter("cofound.moderation.flood.held", "kind", finding.kind().name())
                .increment();
        List<Reason> reasons = new ArrayList<>(local.reasons());
        reasons.addFirst(finding.reason());
        return new Classification(
                local.label(), local.scores(), Action.HOLD, Rung.RULES, List.copyOf(reasons), local.model());
    }

    private static String nearCopy(TextPrint print) {
        return print.isShort() ? " copy" : " near-copy";
    }

    private static String minutes(Duration window) {
        return window.toMinutes() + " minutes";
    }

    static String ordinal(long number) {
        boolean teen = number % 100 / 10 == 1;
        return number
                + switch (teen ? 0 : (int) (number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
