package io.cofound.community.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.community.VentureStage;

/** A person on the platform, or what is left when one was erased. The id is the one in the person's tokens. */
@Entity
class Member {

    @Id
    UUID id;

    long revision;

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
        this.displayName = displayName;
        this.language = language;
        this.registeredAt = now();
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
    }

    void present(Profile profile) {
        displayName = profile.displayName();
        language = profile.language();
        tell(profile.details(), profile.visibilityOr(visibility));
        revision++;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Leaves nothing but the id, which others' things may point to. */
    void erase() {
        displayName = "";
        language = "und";
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
        searchTerms = new String[0];
        erasedAt = now();
        registeredAt = erasedAt;
        erasing = true;
        revision++;
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
        language = preferredLanguage;
        tell(ProfileDetails.EMPTY, ProfileVisibility.DEFAULT);
        erasedAt = null;
        registeredAt = now();
        revision++;
    }

    ProfileDetails shownTo(Audience reader) {
        ProfileDetails all = new ProfileDetails(
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
        return all.shownTo(reader, visibility);
    }

    MemberRegistered registered() {
        return new MemberRegistered(id, revision, displayName, language, registeredAt);
    }

    MemberChanged changed() {
        ProfileDetails shown = shownTo(Audience.PUBLIC);
        return new MemberChanged(
                id,
                revision,
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
