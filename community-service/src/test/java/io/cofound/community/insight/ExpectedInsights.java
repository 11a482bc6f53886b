package io.cofound.community.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationHonoured;

/** The figures by their definitions, slowly, from the list of events, with nothing of the service's own code. */
final class ExpectedInsights {

    private record Act(UUID member, LocalDate day, int hour, boolean published) {

        Act(UUID member, Instant at, boolean published) {
            this(
                    member,
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    at.atZone(ZoneOffset.UTC).getHour(),
                    published);
        }
    }

    private final YearOfACommunity year;
    private final LocalDate until;
    private final List<Act> acts = new ArrayList<>();
    private final Map<UUID, PostPublished> posts = new HashMap<>();

    ExpectedInsights(YearOfACommunity year, LocalDate until) {
        this.year = year;
        this.until = until;
        Set<UUID> removed = new HashSet<>();
        year.posts().forEach(event -> {
            switch (event) {
                case PostPublished post -> {
                    if (post.revision() == 1) {
                        acts.add(new Act(post.authorId(), post.publishedAt(), true));
                    }
                    posts.put(post.postId(), post);
                }
                case PostRemoved post -> removed.add(post.postId());
                default -> throw new AssertionError(event);
            }
        });
        posts.keySet().removeAll(removed);
        comments().forEach(comment -> acts.add(new Act(comment.authorId(), comment.publishedAt(), true)));
        year.registrations()
                .forEach(event -> acts.add(
                        switch (event) {
                            case RegistrationConfirmed seat -> new Act(seat.memberId(), seat.confirmedAt(), false);
                            case RegistrationHonoured visit -> new Act(visit.memberId(), visit.checkedInAt(), false);
                            default -> throw new AssertionError(event);
                        }));
    }

    /** In the shape of the answer's JSON, without churn; doubles rounded by {@link #rounded}. */
    Map<String, Object> asJson() {
        Map<String, Object> json = new HashMap<>();
        json.put("from", until.minusDays(83).toString());
        json.put("until", until.toString());
        json.put("timeZone", "UTC");
        int monthly = members(30, 0).size();
        json.put("dailyActive", members(1, 0).size());
        json.put("weeklyActive", members(7, 0).size());
        json.put("monthlyActive", monthly);
        double sum = 0;
        for (int ago = 0; ago < 30; ago++) {
            sum += members(1, ago).size();
        }
        json.put("stickiness", rounded(sum / 30 / monthly));
        json.put("weeks", weeks());
        json.put("cohorts", cohorts());
        json.put("questions", questions());
        json.put("posts", posts());
        json.put("contributions", contributions());
        json.put("activityByHour", hours());
        return json;
    }

    static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    private List<Object> weeks() {
        List<Object> weeks = new ArrayList<>();
        for (int ago = 77; ago >= 0; ago -= 7) {
            Set<UUID> now = members(7, ago);
            Set<UUID> before = members(7, ago + 7);
            LocalDate first = until.minusDays(ago + 6);
            Set<UUID> earlier = acts.stream()
                    .filter(act -> act.day().isBefore(first))
                    .map(Act::member)
                    .collect(Collectors.toSet());
            weeks.add(Map.of(
                    "from", first.toString(),
                    "until", until.minusDays(ago).toString(),
                    "active", now.size(),
                    "new", count(now, member -> !earlier.contains(member)),
                    "returning", count(now, member -> earlier.contains(member) && !before.contains(member)),
                    "lost", count(before, member -> !now.contains(member))));
        }
        return weeks;
    }

    private List<Object> cohorts() {
        Map<UUID, LocalDate> joined = new HashMap<>();
        year.memberships().forEach(event -> {
            if (event instanceof MembershipGranted grant) {
                joined.merge(
                        grant.memberId(),
                        LocalDate.ofInstant(grant.grantedAt(), ZoneOffset.UTC),
                        (a, b) -> a.isBefore(b) ? a : b);
            }
        });
        List<Object> cohorts = new ArrayList<>();
        for (int ago = 77; ago >= 0; ago -= 7) {
            LocalDate first = until.minusDays(ago + 6);
            LocalDate last = until.minusDays(ago);
            Set<UUID> cohort = joined.entrySet().stream()
                    .filter(entry -> !entry.getValue().isBefore(first)
                            && !entry.getValue().isAfter(last))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            List<Double> shares = new ArrayList<>();
            for (int later = ago; later >= 0 && !cohort.isEmpty(); later -= 7) {
                shares.add(rounded((double) count(members(7, later), cohort::contains) / cohort.size()));
            }
            cohorts.add(Map.of(
                    "from", first.toString(),
                    "until", last.toString(),
                    "joined", cohort.size(),
                    "activeShare", shares));
        }
        return cohorts;
    }

    private Map<String, Object> questions() {
        Map<UUID, Instant> answers = answers();
        List<PostPublished> asked =
                inWindow().filter(post -> post.type() == PostType.QUESTION).toList();
        List<Double> seconds = asked.stream()
                .filter(post -> answers.containsKey(post.postId()))
                .map(post -> Duration.between(post.publishedAt(), answers.get(post.postId()))
                                .toNanos()
                        / 1e9)
                .sorted()
                .toList();
        return Map.of(
                "asked", asked.size(),
                "answered", seconds.size(),
                "unansweredShare", rounded(1.0 * (asked.size() - seconds.size()) / asked.size()),
                "medianSecondsToAnswer", Math.round(percentile(seconds, 0.5) * 1e3) / 1e3,
                "p90SecondsToAnswer", Math.round(percentile(seconds, 0.9) * 1e3) / 1e3);
    }

    private Map<String, Object> posts() {
        Map<UUID, Instant> answers = answers();
        List<PostPublished> published = inWindow().toList();
        int unanswered = count(published, post -> !answers.containsKey(post.postId()));
        return Map.of(
                "published", published.size(),
                "unanswered", unanswered,
                "unansweredShare", rounded(1.0 * unanswered / published.size()));
    }

    /** By the mean difference of all pairs, which is the coefficient's other definition. */
    private Map<String, Object> contributions() {
        Map<UUID, Long> perMember = acts.stream()
                .filter(act -> act.published() && within(act.day(), 84, 0))
                .collect(Collectors.groupingBy(Act::member, Collectors.counting()));
        double differences = 0;
        long[] amounts = perMember.values().stream().mapToLong(Long::longValue).toArray();
        for (long a : amounts) {
            for (long b : amounts) {
                differences += Math.abs(a - b);
            }
        }
        long sum = LongStream.of(amounts).sum();
        return Map.of(
                "contributors", perMember.size(),
                "published", (int) sum,
                "gini", rounded(differences / (2.0 * perMember.size() * sum)));
    }

    private List<Integer> hours() {
        List<Integer> hours = new ArrayList<>(Collections.nCopies(24, 0));
        acts.stream().filter(act -> within(act.day(), 84, 0)).forEach(act -> {
            hours.set(act.hour(), hours.get(act.hour()) + 1);
        });
        return hours;
    }

    private Map<UUID, Instant> answers() {
        Map<UUID, Instant> answers = new HashMap<>();
        Instant end = until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        comments()
                .filter(comment -> comment.publishedAt().isBefore(end))
                .filter(comment -> posts.containsKey(comment.postId()))
                .filter(comment -> !posts.get(comment.postId()).authorId().equals(comment.authorId()))
                .forEach(comment ->
                        answers.merge(comment.postId(), comment.publishedAt(), (a, b) -> a.isBefore(b) ? a : b));
        return answers;
    }

    private Stream<PostPublished> inWindow() {
        return posts.values().stream()
                .filter(post -> within(LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC), 84, 0));
    }

    private Stream<CommentPublished> comments() {
        return year.comments().stream().map(CommentPublished.class::cast);
    }

    /** Members active on so many days, the last of which is so many days ago. */
    private Set<UUID> members(int days, int ago) {
        return acts.stream()
                .filter(act -> within(act.day(), days, ago))
                .map(Act::member)
                .collect(Collectors.toSet());
    }

    private boolean within(LocalDate day, int days, int ago) {
        long back = ChronoUnit.DAYS.between(day, until) - ago;
        return back >= 0 && back < days;
    }

    private static <T> int count(Collection<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static double percentile(List<Double> sorted, double share) {
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) + (position - below) * (next - sorted.get(below));
    }
}
