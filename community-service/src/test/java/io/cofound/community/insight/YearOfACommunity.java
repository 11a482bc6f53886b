package io.cofound.community.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationHonoured;

/**
 * A believable year of events, always the same but for its dates: people who come and go, who slow down before they go,
 * few who write much, night owls, questions with fast, slow and no answers, edits, removals, meetups.
 */
final class YearOfACommunity {

    static final int EVENTS = 100_000;
    private static final int DAYS = 365;
    private static final int MEMBERS = 1_500;
    private static final List<PostType> TYPES = List.of(PostType.values());

    private record Somebody(UUID id, int from, int until, double pace, boolean nightOwl) {

        /** Acts a day, before scaling: slower and slower in the 40 days before the end. */
        double pace(int day) {
            if (day < from || day >= until) {
                return 0;
            }
            return until > DAYS ? pace : pace * Math.min(1, (until - day) / 40.0);
        }
    }

    private record Written(UUID id, UUID author, Instant at, boolean ignored) {}

    private final Random random = new Random(20_260_101);
    private final UUID communityId;
    private final LocalDate today;
    private final List<Somebody> people = new ArrayList<>();
    private final List<Event> memberships = new ArrayList<>();
    private final List<Event> posts = new ArrayList<>();
    private final List<Event> comments = new ArrayList<>();
    private final List<Event> registrations = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    /** @param today the day after the year's last */
    YearOfACommunity(UUID communityId, LocalDate today) {
        this.communityId = communityId;
        this.today = today;
        gather();
        live();
    }

    List<UUID> members() {
        return people.stream().map(Somebody::id).toList();
    }

    List<Event> memberships() {
        return memberships;
    }

    List<Event> posts() {
        return posts;
    }

    List<Event> comments() {
        return comments;
    }

    List<Event> registrations() {
        return registrations;
    }

    int size() {
        return memberships.size() + posts.size() + comments.size() + registrations.size();
    }

    private void gather() {
        for (int i = 0; i < MEMBERS; i++) {
            int from = random.nextInt(3) == 0 ? random.nextInt(20) : random.nextInt(DAYS);
            boolean goes = random.nextInt(100) < 55;
            int until = goes ? from + 5 + (int) (-110 * Math.log(1 - random.nextDouble())) : DAYS + 1;
            double pace = Math.exp(random.nextGaussian());
            people.add(new Somebody(id(), from, until, pace, random.nextInt(5) == 0));
        }
        people.forEach(this::join);
    }

    private void join(Somebody somebody) {
        UUID membership = id();
        Instant joined = today.minusDays(DAYS - somebody.from()).atStartOfDay().toInstant(ZoneOffset.UTC);
        memberships.add(new MembershipGranted(membership, 1, communityId, somebody.id(), CommunityRole.MEMBER, joined));
        if (random.nextInt(20) == 0) {
            memberships.add(
                    new MembershipGranted(membership, 2, communityId, somebody.id(), CommunityRole.ORGANISER, joined));
        }
        if (somebody.until() < DAYS && random.nextBoolean()) {
            Instant left =
                    today.minusDays(DAYS - somebody.until()).atTime(12, 0).toInstant(ZoneOffset.UTC);
            memberships.add(
                    new MembershipRevoked(membership, 3, communityId, somebody.id(), RevocationCause.LEFT, null, left));
            if (somebody.until() + 60 < DAYS && random.nextInt(5) == 0) {
                memberships.add(new MembershipGranted(
                        membership,
                        4,
                        communityId,
                        somebody.id(),
                        CommunityRole.MEMBER,
                        left.plus(50, ChronoUnit.DAYS)));
            }
        }
    }

    private void live() {
        double total = 0;
        for (int day = 0; day < DAYS; day++) {
            for (Somebody somebody : people) {
                total += somebody.pace(day);
            }
        }
        double scale = 0.86 * EVENTS / total;
        for (int day = 0; day < DAYS; day++) {
            for (Somebody somebody : people) {
                double expected = somebody.pace(day) * scale;
                while (random.nextDouble() < expected / (1 + expected)) {
                    act(somebody, day);
                }
            }
        }
    }

    private void act(Somebody somebody, int day) {
        Instant at = moment(somebody, day);
        int kind = random.nextInt(100);
        if (kind < 10) {
            post(somebody, at);
        } else if (kind < 82) {
            comment(somebody, at);
        } else {
            attend(somebody, at);
        }
    }

    private void post(Somebody author, Instant at) {
        PostType type = random.nextInt(100) < 40 ? PostType.QUESTION : TYPES.get(random.nextInt(TYPES.size()));
        boolean ignored = random.nextInt(100) < 15;
        UUID post = id();
        written.add(new Written(post, author.id(), at, ignored));
        posts.add(published(post, 1, author, type, at));
        if (random.nextInt(30) == 0) {
            posts.add(published(post, 2, author, random.nextBoolean() ? type : PostType.QUESTION, at));
        }
        if (random.nextInt(50) == 0) {
            posts.add(new PostRemoved(post, 2, communityId, author.id(), at, at.plus(3, ChronoUnit.HOURS), null));
        }
        if (!ignored && random.nextBoolean()) {
            long seconds = (long) (1_200 * Math.exp(1.3 * random.nextGaussian()));
            Instant soon = at.plusSeconds(seconds).plusNanos(random.nextInt(1_000_000) * 1_000L);
            Somebody other = people.get(random.nextInt(people.size()));
            if (soon.isBefore(today.atStartOfDay().toInstant(ZoneOffset.UTC)) && other != author) {
                comments.add(new CommentPublished(
                        id(), 1, post, communityId, other.id(), other.id(), null, null, List.of(), false, soon));
            }
        }
    }

    private PostPublished published(UUID post, long revision, Somebody author, PostType type, Instant at) {
        return new PostPublished(
                post,
                revision,
                communityId,
                author.id(),
                type,
                "How do we price the first pilot?",
                "We have three design partners and no idea what to ask for. 第一批客户怎么定价？".repeat(3),
                null,
                null,
                null,
                List.of("pricing"),
                "en",
                "Somebody",
                Visibility.PUBLIC,
                at);
    }

    private void comment(Somebody author, Instant at) {
        Written post = null;
        for (int tries = 0; tries < 8 && post == null && !written.isEmpty(); tries++) {
            Written candidate = written.get(written.size() - 1 - random.nextInt(Math.min(written.size(), 200)));
            boolean fits = candidate.at().isBefore(at)
                    && (!candidate.ignored() || candidate.author().equals(author.id()));
            post = fits ? candidate : null;
        }
        if (post == null) {
            post(author, at);
            return;
        }
        comments.add(new CommentPublished(
                id(), 1, post.id(), communityId, author.id(), author.id(), null, null, List.of(), false, at));
    }

    private void attend(Somebody somebody, Instant at) {
        UUID registration = id();
        registrations.add(new RegistrationConfirmed(
                registration, 1, id(), communityId, somebody.id(), random.nextInt(8) == 0, at));
        Instant met = at.plus(1L + random.nextInt(9 * 24), ChronoUnit.HOURS);
        if (random.nextInt(100) < 65 && met.isBefore(today.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            registrations.add(new RegistrationHonoured(registration, 2, id(), communityId, somebody.id(), met));
        }
    }

    private Instant moment(Somebody somebody, int day) {
        int hour = somebody.nightOwl() ? (21 + random.nextInt(7)) % 24 : 7 + random.nextInt(15);
        return today.minusDays(DAYS - day)
                .atTime(hour, random.nextInt(60))
                .toInstant(ZoneOffset.UTC)
                .plusNanos(random.nextLong(60_000_000L) * 1_000);
    }

    private UUID id() {
        return new UUID(
                0x0190_0000_0000_7000L | random.nextInt(0xfff), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
