package io.cofound.gateway.live;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.gateway.live.Audience.Readers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommunitiesTest {

    private static final UUID GUILD = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();
    private static final UUID MEI = UUID.randomUUID();
    private static final UUID ADAS_MEMBERSHIP = UUID.randomUUID();

    private final Communities communities = new Communities(2);

    @Test
    void anybodyHearsOfWhatIsInAPublicCommunity() {
        // Given
        communities.apply(created(Visibility.PUBLIC));

        // Then
        assertThat(new Readers(GUILD, null, null).includes(MEI, communities)).isTrue();
    }

    @Test
    void onlyMembersAndTheAuthorHearOfWhatIsInAnotherOne() {
        // Given
        communities.apply(created(Visibility.LISTED));
        communities.apply(granted(ADAS_MEMBERSHIP, 1, ADA));

        // Then
        Readers readers = new Readers(GUILD, MEI, Visibility.LISTED);
        assertThat(readers.includes(ADA, communities)).isTrue();
        assertThat(readers.includes(MEI, communities)).isTrue();
        assertThat(readers.includes(UUID.randomUUID(), communities)).isFalse();
    }

    @Test
    void nobodyHearsOfACommunityThatIsNotKnown() {
        assertThat(new Readers(GUILD, null, null).includes(ADA, communities)).isFalse();
    }

    @Test
    void whatTheEventSaysCountsUntilTheCommunityIsKnown() {
        assertThat(new Readers(GUILD, null, Visibility.PUBLIC).includes(ADA, communities))
                .isTrue();
    }

    @Test
    void aCommunityThatHidItselfIsNoLongerPublicWhateverTheEventSays() {
        // Given
        communities.apply(created(Visibility.PUBLIC));
        communities.apply(changed(Visibility.HIDDEN));

        // Then
        assertThat(new Readers(GUILD, null, Visibility.PUBLIC).includes(ADA, communities))
                .isFalse();
    }

    @Test
    void whoLeftHearsNothingAndWhoCameBackDoes() {
        // Given
        communities.apply(granted(ADAS_MEMBERSHIP, 1, ADA));

        // When
        communities.apply(
                new MembershipRevoked(ADAS_MEMBERSHIP, 2, GUILD, ADA, RevocationCause.LEFT, null, Instant.now()));
        boolean afterLeaving = communities.isMember(GUILD, ADA);
        communities.apply(granted(ADAS_MEMBERSHIP, 3, ADA));

        // Then
        assertThat(afterLeaving).isFalse();
        assertThat(communities.isMember(GUILD, ADA)).isTrue();
    }

    @Test
    void aReplayedRecordTakesNothingBackThatIsNewer() {
        // Given
        communities.apply(changed(Visibility.HIDDEN));
        communities.apply(
                new MembershipRevoked(ADAS_MEMBERSHIP, 2, GUILD, ADA, RevocationCause.LEFT, null, Instant.now()));

        // When
        communities.apply(created(Visibility.PUBLIC));
        communities.apply(granted(ADAS_MEMBERSHIP, 1, ADA));

        // Then
        assertThat(communities.visibilityOf(GUILD)).contains(Visibility.HIDDEN);
        assertThat(communities.isMember(GUILD, ADA)).isFalse();
    }

    @Test
    void ofTheEventAndTheCopyTheStricterCounts() {
        // Given
        communities.apply(created(Visibility.PUBLIC));

        // Then
        assertThat(new Readers(GUILD, null, Visibility.HIDDEN).includes(ADA, communities))
                .isFalse();
    }

    @Test
    void whatWasErasedIsForgotten() {
        // Given
        communities.apply(created(Visibility.PUBLIC));
        communities.apply(granted(ADAS_MEMBERSHIP, 1, ADA));

        // When
        communities.erase(ADAS_MEMBERSHIP);
        communities.erase(GUILD);

        // Then
        assertThat(communities.isMember(GUILD, ADA)).isFalse();
        assertThat(communities.visibilityOf(GUILD)).isEmpty();
    }

    @Test
    void keepsNoMoreMembershipsThanItMay() {
        // Given
        communities.apply(granted(UUID.randomUUID(), 1, UUID.randomUUID()));
        communities.apply(granted(ADAS_MEMBERSHIP, 1, ADA));

        // When
        communities.apply(granted(UUID.randomUUID(), 1, MEI));

        // Then
        assertThat(communities.isMember(GUILD, ADA)).isTrue();
        assertThat(communities.isMember(GUILD, MEI)).isFalse();
    }

    private static CommunityCreated created(Visibility visibility) {
        return new CommunityCreated(
                GUILD, 1, "Guild", "", "", visibility, Joining.OPEN, ModerationMode.PRE, "en", ADA, Instant.now());
    }

    private static CommunityChanged changed(Visibility visibility) {
        return new CommunityChanged(
                GUILD,
                2,
                "Guild",
                "",
                "",
                visibility,
                Joining.OPEN,
                ModerationMode.PRE,
                "en",
                ADA,
                false,
                Instant.now());
    }

    private static MembershipGranted granted(UUID membership, long revision, UUID member) {
        return new MembershipGranted(membership, revision, GUILD, member, CommunityRole.MEMBER, Instant.now());
    }
}
