package io.cofound.community.churn;

import java.util.ArrayList;
import java.util.List;

import io.cofound.community.churn.Assessment.Reason;

/**
 * What stands in until there is enough history to learn from: log-odds by judgement, not by measurement. They are
 * written down in docs/insights.md.
 */
record PlainRules() implements ChurnModel {

    /** Somebody active twice a month and lately: 27 in 100. */
    private static final double BASE = -1.0;

    @Override
    public double base() {
        return BASE;
    }

    @Override
    public Assessment assess(Behaviour behaviour) {
        List<Reason> reasons = new ArrayList<>();
        add(reasons, Feature.IDLE_DAYS, idle(behaviour.idleDays()));
        add(reasons, Feature.ACTIVE_DAYS_30, frequency(behaviour.activeDays30()));
        add(reasons, Feature.TREND, hasHalved(behaviour) ? 0.5 : 0);
        add(reasons, Feature.MEMBERSHIP_DAYS, behaviour.membershipDays() < 30 ? 0.5 : 0);
        add(reasons, Feature.IGNORED_POSTS, behaviour.ignoredPosts() > behaviour.answeredPosts() ? 0.5 : 0);
        return Assessment.of(BASE, reasons);
    }

    private static double idle(int days) {
        if (days > 60) {
            return 3;
        }
        if (days > 30) {
            return 2;
        }
        return days > 14 ? 1 : 0;
    }

    private static double frequency(int activeDays30) {
        if (activeDays30 >= 8) {
            return -2;
        }
        return activeDays30 >= 3 ? -1 : 0;
    }

    private static boolean hasHalved(Behaviour behaviour) {
        int before = behaviour.activeDays90() - behaviour.activeDays30();
        return before >= 4 && 4 * behaviour.activeDays30() < before;
    }

    private static void add(List<Reason> reasons, Feature feature, double contribution) {
        if (contribution != 0) {
            reasons.add(new Reason(feature, contribution));
        }
    }
}
