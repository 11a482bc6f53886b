package io.cofound.event.meetup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.event.community.CommunityCopies;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What organisers announced. What they never published nobody but organisers knows of, and it goes in any case. */
@ApplicationScoped
@Priority(MeetupPersonalData.BEFORE_REGISTRATIONS)
class MeetupPersonalData implements PersonalData {

    /** Those lock meetups, too, and communities are locked before any meetup. */
    static final int BEFORE_REGISTRATIONS = 1;

    private final MeetupRepository meetups;
    private final CommunityCopies communities;
    private final Submissions submissions;
    private final Announcements announcements;

    MeetupPersonalData(
            MeetupRepository meetups,
            CommunityCopies communities,
            Submissions submissions,
            Announcements announcements) {
        this.meetups = meetups;
        this.communities = communities;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return meetups.organisedBy(memberId)
                .map(rows -> List.of(new Holding(
                        "meetups", rows.stream().map(MeetupView::latest).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        UUID organiser = request.memberId();
        Instant until = request.requestedAt();
        return meetups.submissionsOf(organiser, until)
                .chain(submissions::forget)
                .chain(() -> meetups.deleteUnpublishedOf(organiser, until))
                .chain(() -> takeDownOf(organiser, until, request.publicContent() == PublicContent.REMOVE));
    }

    /** @param all also what others see; what they do not see goes in any case */
    private Uni<Void> takeDownOf(UUID organiser, Instant until, boolean all) {
        return meetups.communitiesOf(organiser)
                .chain(communities::holdVisibilities)
                .chain(visibilities -> loseTexts(organiser, until, all)
                        .chain(() -> meetups.lockPublishedBy(organiser, until))
                        .map(published -> published.stream()
                                .filter(meetup -> all || !meetup.isShown())
                                .toList())
                        .chain(published -> takeDown(published, visibilities, Instant.now())));
    }

    private Uni<Void> loseTexts(UUID organiser, Instant until, boolean all) {
        return all
                ? meetups.loseTextsOf(organiser, until)
                : meetups.loseWithheldTextsOf(organiser, until)
                        .chain(() -> meetups.loseUnseenTextsOf(organiser, until));
    }

    /** Written one by one: updates that differ in their columns are mixed up when Hibernate Reactive batches them. */
    private Uni<Void> takeDown(List<Meetup> published, Map<UUID, Visibility> visibilities, Instant now) {
        return Multi.createFrom()
                .iterable(published)
                .onItem()
                .transformToUniAndConcatenate(meetup -> takeDown(meetup, visibilities.get(meetup.communityId), now)
                        .chain(meetups::flush))
                .collect()
                .last();
    }

    /** What has taken place is not cancelled afterwards, which would alarm those who came. */
    private Uni<Void> takeDown(Meetup meetup, Visibility visibility, Instant now) {
        if (meetup.isOver(now)) {
            meetup.revise();
            return announcements.textLost(meetup, visibility);
        }
        meetup.cancel(now);
        return announcements.cancelled(meetup, false, visibility);
    }
}
