package io.cofound.community.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.community.VentureStage;
import io.cofound.contracts.moderation.DecisionMade;

/** A person on the platform, or what is left when one was erased. The id is the one in the person's tokens. */
@Entity
class Member {

    @Id
    UUID id;

    /** Counts what the member changes. */
    long revision;

    /** The revision of the last event: words are accepted without a change of the member's. */
    long told;

    /** As others see it, as are headline, about and links; what was written last may wait in {@link #own}. */
    String displayName;

    String headline;

    String about;

    String[] roles;

    String[] skills;

    String[] interests;

    @Enumerated(EnumType.STRING)
    VentureStage stage;

    String region;

    String[] languages;

    String[] links;

    String avatarUrl;

    String language;

    @Convert(converter = ProfileVisibilityConverter.class)
    ProfileVisibility visibility;

    @Embedded
    OwnWords own;

    String[] searchTerms;

    /** Counted by statements of {@link FollowCounters}. */
    @Column(insertable = false, updatable = false)
    long followerCount;

    @Column(insertable = false, updatable = false)
    long followingCount;

    Instant registeredAt;

    /** Null for somebody who is here. */
    Instant erasedAt;

    /** Whether some service has not forgotten the member yet. */
    boolean erasing;

    protected Member() {}

    Member(UUID id, String displayName, String language) {
        this.id = id;
        this.revision = 1;
        this.told = 1;
        this.own = new OwnWords(displayName);
        this.displayName = displayName;
        this.language = language;
        this.registeredAt = now();
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
    }

    void present(Profile profile) {
        ProfileDetails wanted = profile.details();
        Words words = Words.of(profile.displayName(), wanted);
        revision++;
        if (words.equals(shown())) {
            own.takeBack();
        } else if (!words.equals(own.written())) {
            own.submit(words, revision);
        }
        language = profile.language();
        tell(wanted.saying(shown()), profile.visibilityOr(visibility));
    }

    /** @return whether others see something else now */
    boolean decide(DecisionMade decision) {
        Words before = shown();
        Words now = own.decide(decision, before);
        if (now.equals(before)) {
            return false;
        }
        displayName = now.displayName();
        tell(told().saying(now), visibility);
        return true;
    }

    /** What others see of it. */
    Words shown() {
        return new Words(displayName, headline, about, List.of(links));
    }

    /** Null if nothing waits for judgement. */
    UUID pendingSubmission() {
        return own.isPending() ? own.submissionId : null;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Leaves nothing but the id, which others' things may point to. */
    void erase() {
        displayName = "";
        own = new OwnWords("");
        language = "und";
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
        searchTerms = new String[0];
        erasedAt = now();
        registeredAt = erasedAt;
        erasing = true;
        revision = Math.max(revision, told) + 1;
        told = revision;
    }

    void forgotten() {
        erasing = false;
    }

    /** What the person could do before the erasure with a token, they can do no more. */
    boolean mayStartAgain(Instant tokenIssuedAt) {
        return !erasing && tokenIssuedAt.isAfter(erasedAt);
    }

    void startAgain(String name, String preferredLanguage) {
        displayName = name;
        own = new OwnWords(name);
        language = preferredLanguage;
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
        erasedAt = null;
        registeredAt = now();
        revision++;
        told = revision;
    }

    ProfileDetails shownTo(Audience reader) {
        return told().shownTo(reader, visibility);
    }

    /** All that the member tells, as written last. */
    ProfileDetails latest() {
        return own.written() == null ? told() : told().saying(own.written());
    }

    String latestName() {
        return own.written() == null ? displayName : own.written().displayName();
    }

    private ProfileDetails told() {
        return new ProfileDetails(
                headline,
                about,
                Arrays.stream(roles).map(MemberRole::valueOf).toList(),
                List.of(skills),
                List.of(interests),
                stage,
                region,
                List.of(languages),
                List.of(links),
                avatarUrl);
    }

    MemberRegistered registered() {
        return new MemberRegistered(id, told, displayName, language, registeredAt);
    }

    /** Readers ignore an event with a lower revision than that of the last. */
    MemberChanged changed() {
        told = Math.max(told + 1, revision);
        ProfileDetails shown = shownTo(Audience.PUBLIC);
        return new MemberChanged(
                id,
                told,
                displayName,
                shown.headline(),
                shown.avatarUrl(),
                shown.roles(),
                shown.skills(),
                shown.interests(),
                shown.stage(),
                shown.region(),
                language,
                Instant.now());
    }

    private void tell(ProfileDetails details, ProfileVisibility to) {
        headline = details.headline();
        about = details.about();
        roles = details.roles().stream().map(MemberRole::name).toArray(String[]::new);
        skills = details.skills().toArray(String[]::new);
        interests = details.interests().toArray(String[]::new);
        stage = details.stage();
        region = details.region();
        languages = details.languages().toArray(String[]::new);
        links = details.links().toArray(String[]::new);
        avatarUrl = details.avatarUrl();
        visibility = to;
        searchTerms = SearchTerms.of(displayName, details.shownTo(Audience.MEMBERS, to));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
