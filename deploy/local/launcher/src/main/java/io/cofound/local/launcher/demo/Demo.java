package io.cofound.local.launcher.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Fills in a believable bilingual community through the public API; a second run adds nothing. */
public final class Demo {

    private final DemoContent content;
    private final ApiClient api;
    private final LocalDate firstOfNextMonth;
    private final Consumer<String> tell;

    Demo(DemoContent content, ApiClient api, LocalDate today, Consumer<String> tell) {
        this.content = content;
        this.api = api;
        this.firstOfNextMonth = today.withDayOfMonth(1).plusMonths(1);
        this.tell = tell;
    }

    /**
     * @param gateway its address, without a path
     * @param signIn gives an access token for one of the demo users
     * @param tell receives a line for people after each step
     */
    public static Demo at(URI gateway, HttpClient http, UnaryOperator<String> signIn, Consumer<String> tell) {
        var api = new ApiClient(gateway.resolve("/api/v1/"), http, signIn);
        return new Demo(DemoContent.read(), api, LocalDate.now(ZoneOffset.UTC), tell);
    }

    /** @throws RuntimeException with one line for people, at the first thing that the API refuses */
    public void fillIn() {
        content.people().forEach(person -> api.get(person, "me"));
        tell.accept("%d people signed in".formatted(content.people().size()));
        content.communities().forEach(this::fillIn);
        content.opportunities().forEach(this::offer);
        tell.accept("%d needs and offers".formatted(content.opportunities().size()));
    }

    private void fillIn(DemoContent.Community community) {
        var id = create(community);
        community.members().forEach(member -> join(member, id));
        community.posts().forEach(post -> publish(post, community, id));
        community.meetups().forEach(meetup -> announce(meetup, community, id));
        tell.accept("%s: %d members, %d posts, %d meetups"
                .formatted(
                        community.name(),
                        community.members().size() + 1,
                        community.posts().size(),
                        community.meetups().size()));
    }

    private String create(DemoContent.Community community) {
        var body = Map.of(
                "name", community.name(),
                "description", community.description(),
                "visibility", "PUBLIC",
                "joining", "OPEN",
                "language", community.language());
        return api.create(community.founder(), "communities", community.key(), body)
                .path("id")
                .asText();
    }

    private void join(String member, String communityId) {
        try {
            api.create(member, "communities/%s/members".formatted(communityId), "join/" + communityId, Map.of());
        } catch (ApiClient.RefusedException e) {
            if (e.status() != 409) { // a member already
                throw e;
            }
        }
    }

    private void publish(DemoContent.Post post, DemoContent.Community community, String communityId) {
        var body = Map.of(
                "type", post.type(),
                "title", post.title(),
                "body", post.body(),
                "tags", post.tags());
        var key = "post/%s/%s".formatted(community.key(), post.title());
        api.create(post.author(), "communities/%s/posts".formatted(communityId), key, body);
    }

    private void announce(DemoContent.Meetup meetup, DemoContent.Community community, String communityId) {
        var startsAt = meetup.startsAt(firstOfNextMonth);
        var body = Map.of(
                "title", meetup.title(),
                "description", meetup.description(),
                "mode", meetup.mode(),
                "startsAt", startsAt.toString(),
                "endsAt", startsAt.plus(Duration.ofHours(meetup.hours())).toString(),
                "timeZone", meetup.timeZone(),
                "capacity", meetup.capacity(),
                "publish", true);
        // The month is part of the key: a demo that is filled in again later has meetups ahead again.
        var key = "meetup/%s/%s/%s".formatted(community.key(), meetup.title(), firstOfNextMonth);
        var id = api.create(meetup.host(), "communities/%s/events".formatted(communityId), key, body)
                .path("id")
                .asText();
        meetup.registrations().forEach(member -> api.put(member, "events/%s/registrations/me".formatted(id), Map.of()));
    }

    private void offer(DemoContent.Opportunity opportunity) {
        var body = Map.of(
                "kind", opportunity.kind(),
                "category", opportunity.category(),
                "title", opportunity.title(),
                "text", opportunity.text());
        api.create(opportunity.by(), "opportunities", "opportunity/" + opportunity.title(), body);
    }
}
