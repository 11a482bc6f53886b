package io.cofound.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static io.cofound.e2e.Moment.*;
import static io.cofound.e2e.Step.*;

/**
 * One kill.
 *
 * @param service in whose database the moment is held open, or seen
 * @param place the table that is locked there, or the reader whose work is waited for; null where neither is needed
 * @param stories in which the step has that effect
 */
record Blow(Step step, Moment moment, String victim, String service, String place, Set<Story> stories) {

    private static final Set<Story> ALL = EnumSet.allOf(Story.class);
    private static final Set<Story> DECIDED = EnumSet.complementOf(EnumSet.of(
            Story.HELD_AND_ALLOWED, Story.HELD_AND_REFUSED, Story.HELD_AND_RESTORED, Story.HELD_AND_REWRITTEN));
    private static final Set<Story> SHOWN = EnumSet.of(
            Story.PUBLISHED, Story.REPORTED_AND_FOUND_FIT, Story.REPORTED_AND_UPHELD, Story.REPORTED_AND_RESTORED);
    private static final Set<Story> REVERSED = EnumSet.of(
            Story.REPORTED_AND_UPHELD,
            Story.REPORTED_AND_RESTORED,
            Story.HELD_AND_ALLOWED,
            Story.HELD_AND_REFUSED,
            Story.HELD_AND_RESTORED);
    private static final Set<Story> SHOWN_OR_HIDDEN =
            EnumSet.of(Story.REPORTED_AND_UPHELD, Story.REPORTED_AND_RESTORED, Story.HELD_AND_ALLOWED);
    private static final Set<Story> RESTORED =
            EnumSet.of(Story.REPORTED_AND_RESTORED, Story.HELD_AND_RESTORED, Story.REFUSED_AND_RESTORED);

    /** As many as asked for: every kind once before any comes again, in a random order. */
    static List<Blow> plan(int count, Random random) {
        List<Blow> plan = new ArrayList<>();
        while (plan.size() < count) {
            List<Blow> kinds = kinds();
            Collections.shuffle(kinds, random);
            plan.addAll(kinds);
        }
        return plan.subList(0, count);
    }

    Story story(Random random) {
        List<Story> fitting = stories.stream()
                .filter(story -> story.steps().contains(step.request()))
                .toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    static List<Blow> kinds() {
        List<Blow> kinds = new ArrayList<>();
        for (Step step : Step.values()) {
            for (String victim : List.of("moderation-service", "content-service", "community-service", "gateway")) {
                kinds.add(new Blow(step, AT_RANDOM, victim, null, null, ALL));
            }
            if (step != APPEAL && step != EDIT) {
                addRelay(kinds, step);
            }
        }
        for (Step step : List.of(SUBMIT, RESOLVE, ANSWER)) {
            kinds.add(new Blow(step, AT_RANDOM, "kafka", null, null, ALL));
            kinds.add(new Blow(step, BEFORE_ACKNOWLEDGEMENT, "kafka", step.service(), "outbox", ALL));
        }
        addRequests(kinds);
        addReaders(kinds);
        return kinds;
    }

    private static void addRelay(List<Blow> kinds, Step step) {
        for (Moment moment : List.of(BEFORE_RELAY, BEFORE_ACKNOWLEDGEMENT, BEFORE_DELETION)) {
            kinds.add(new Blow(step, moment, step.service() + "-service", step.service(), "outbox", ALL));
        }
    }

    private static void addRequests(List<Blow> kinds) {
        for (Step step : List.of(SUBMIT, EDIT, REPORT, RESOLVE, APPEAL, ANSWER)) {
            String last = step == APPEAL ? "appeal" : "outbox";
            kinds.add(new Blow(step, BEFORE_COMMIT, step.service() + "-service", step.service(), last, ALL));
            kinds.add(new Blow(step, BEFORE_ANSWER, "gateway", step.service(), last, ALL));
        }
    }

    private static void addReaders(List<Blow> kinds) {
        kinds.add(effect(DECIDE, BEFORE_EFFECT, "moderation", "outbox", ALL));
        kinds.add(effect(DECIDE, AFTER_EFFECT, "moderation", "moderation.decision", ALL));
        kinds.add(effect(DECIDE, BEFORE_EFFECT, "community", "trust_signal", DECIDED));
        kinds.add(effect(DECIDE, BEFORE_DOCUMENT, "content", null, SHOWN));
        kinds.add(effect(REPORT, BEFORE_EFFECT, "moderation", "report", ALL));
        kinds.add(effect(RESOLVE, BEFORE_EFFECT, "community", "trust_signal", REVERSED));
        kinds.add(effect(RESOLVE, BEFORE_DOCUMENT, "content", null, SHOWN_OR_HIDDEN));
        kinds.add(effect(ANSWER, BEFORE_EFFECT, "community", "trust_signal", ALL));
        kinds.add(effect(ANSWER, BEFORE_EFFECT, "community", "notification", ALL));
        kinds.add(effect(ANSWER, BEFORE_DOCUMENT, "content", null, RESTORED));
        for (Step step : List.of(DECIDE, RESOLVE, ANSWER)) {
            kinds.add(effect(step, BEFORE_EFFECT, "content", "outbox", ALL));
            kinds.add(effect(step, AFTER_EFFECT, "content", "content.post-decision", ALL));
            kinds.add(effect(step, AFTER_EFFECT, "community", "community.trust", step == DECIDE ? DECIDED : REVERSED));
        }
    }

    private static Blow effect(Step step, Moment moment, String service, String place, Set<Story> stories) {
        return new Blow(step, moment, service + "-service", service, place, stories);
    }

    @Override
    public String toString() {
        return "%s %s %s%s".formatted(step, moment, victim, place == null ? "" : " at " + service + "." + place);
    }
}
