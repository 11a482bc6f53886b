package io.cofound.community.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.insight.Insights.Cohort;
import io.cofound.community.insight.Insights.Contributions;
import io.cofound.community.insight.Insights.Posts;
import io.cofound.community.insight.Insights.Questions;
import io.cofound.community.insight.Insights.Week;
import io.smallrye.mutiny.Uni;

import static io.cofound.community.insight.Window.DAYS_OF_MONTH;
import static io.cofound.community.insight.Window.WEEKS;

/** Makes figures of what the facts add up to. Every method joins the caller's session. */
@ApplicationScoped
class Figures {

    record Active(int daily, int weekly, int monthly, Double stickiness) {}

    record Published(Questions questions, Posts posts) {}

    private final FiguresRepository facts;

    Figures(FiguresRepository facts) {
        this.facts = facts;
    }

    Uni<Active> active(UUID communityId, Window window) {
        return facts.one(FiguresRepository.ACTIVE, communityId, window.monthStart(), window.end())
                .map(row -> {
                    int monthly = number(row[2]);
                    double averageDaily = (double) number(row[3]) / DAYS_OF_MONTH;
                    return new Active(
                            number(row[0]), number(row[1]), monthly, monthly == 0 ? null : averageDaily / monthly);
                });
    }

    Uni<List<Week>> weeks(UUID communityId, Window window) {
        return facts.all(FiguresRepository.WEEKS, communityId, window.weekStart(-1), window.end())
                .map(rows -> {
                    int[] active = new int[WEEKS + 1];
                    int[] continued = new int[WEEKS + 1];
                    int[] newcomers = new int[WEEKS + 1];
                    for (Object[] row : rows) {
                        active[number(row[0])] = number(row[1]);
                        continued[number(row[0])] = number(row[2]);
                        newcomers[number(row[0])] = number(row[3]);
                    }
                    return IntStream.rangeClosed(1, WEEKS)
                            .mapToObj(i -> new Week(
                                    window.weekStart(i - 1),
                                    window.weekUntil(i - 1),
                                    active[i],
                                    newcomers[i],
                                    active[i] - continued[i] - newcomers[i],
                                    active[i - 1] - continued[i]))
                            .toList();
                });
    }

    Uni<List<Cohort>> cohorts(UUID communityId, Window window) {
        return facts.all(FiguresRepository.COHORTS, communityId, window.start(), window.end())
                .map(rows -> {
                    int[] joined = new int[WEEKS];
                    int[][] active = new int[WEEKS][WEEKS];
                    for (Object[] row : rows) {
                        if (number(row[1]) < 0) {
                            joined[number(row[0])] = number(row[2]);
                        } else {
                            active[number(row[0])][number(row[1])] = number(row[2]);
                        }
                    }
                    return IntStream.range(0, WEEKS)
                            .mapToObj(week -> new Cohort(
                                    window.weekStart(week),
                                    window.weekUntil(week),
                                    joined[week],
                                    joined[week] == 0
                                            ? List.of()
                                            : IntStream.range(week, WEEKS)
                                                    .mapToObj(later -> (double) active[week][later] / joined[week])
                                                    .toList()))
                            .toList();
                });
    }

    Uni<Published> published(UUID communityId, Window window) {
        return facts.one(FiguresRepository.POSTS, communityId, window.start(), window.end())
                .map(row -> {
                    int asked = number(row[0]);
                    int answered = number(row[1]);
                    int posts = number(row[4]);
                    int unanswered = number(row[5]);
                    return new Published(
                            new Questions(
                                    asked, answered, share(asked - answered, asked), (Double) row[2], (Double) row[3]),
                            new Posts(posts, unanswered, share(unanswered, posts)));
                });
    }

    Uni<Contributions> contributions(UUID communityId, Window window) {
        return facts.all(FiguresRepository.CONTRIBUTIONS, communityId, window.start(), window.end())
                .map(rows -> {
                    List<Long> amounts = new ArrayList<>();
                    for (Object[] row : rows) {
                        amounts.addAll(Collections.nCopies(number(row[1]), ((Number) row[0]).longValue()));
                    }
                    long[] perMember =
                            amounts.stream().mapToLong(Long::longValue).toArray();
                    return new Contributions(
                            perMember.length, LongStream.of(perMember).sum(), Gini.of(perMember));
                });
    }

    Uni<long[]> activityByHour(UUID communityId, Window window) {
        return facts.all(FiguresRepository.HOURS, communityId, window.start(), window.end())
                .map(rows -> {
                    long[] hours = new long[24];
                    rows.forEach(row -> hours[number(row[0])] = ((Number) row[1]).longValue());
                    return hours;
                });
    }

    private static Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
