package io.cofound.moderation.decision;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.Samples;
import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is judged of the golden samples. */
class SubmissionTest {

    @Test
    void of_a_post_all_that_readers_see_is_judged() throws IOException {
        PostSubmitted post = sample(PostSubmitted.class);

        Submission submission = Submission.of(post);

        assertThat(submission.text())
                .contains(post.title(), post.body(), post.summary(), post.coverUrl())
                .contains(post.tags());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.POST,
                        post.postId(),
                        post.revision(),
                        post.communityId(),
                        post.authorId(),
                        post.submittedAt()));
    }

    @Test
    void of_a_comment_its_text_is_judged() throws IOException {
        CommentSubmitted comment = sample(CommentSubmitted.class);

        Submission submission = Submission.of(comment);

        assertThat(submission.text()).isEqualTo(comment.body());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.COMMENT,
                        comment.commentId(),
                        comment.revision(),
                        comment.communityId(),
                        comment.authorId(),
                        comment.submittedAt()));
    }

    @Test
    void of_a_profile_all_that_is_in_own_words_is_judged_for_no_community() throws IOException {
        ProfileSubmitted profile = sample(ProfileSubmitted.class);

        Submission submission = Submission.of(profile);

        assertThat(submission.text())
                .contains(profile.displayName(), profile.headline(), profile.about())
                .contains(profile.links());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.PROFILE,
                        profile.memberId(),
                        profile.revision(),
                        DecisionMade.NO_COMMUNITY,
                        profile.memberId(),
                        profile.submittedAt()));
    }

    @Test
    void of_a_profile_what_is_not_told_is_left_out() throws IOException {
        ProfileSubmitted told = sample(ProfileSubmitted.class);
        ProfileSubmitted profile = new ProfileSubmitted(
                told.submissionId(),
                told.memberId(),
                told.revision(),
                "Ada",
                null,
                null,
                List.of(),
                "en",
                told.submittedAt());

        assertThat(Submission.of(profile).text()).isEqualTo("Ada");
    }

    @Test
    void of_a_meetup_title_and_description_are_judged() throws IOException {
        MeetupSubmitted meetup = sample(MeetupSubmitted.class);

        Submission submission = Submission.of(meetup);

        assertThat(submission.text()).contains(meetup.title(), meetup.description());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.MEETUP,
                        meetup.meetupId(),
                        meetup.revision(),
                        meetup.communityId(),
                        meetup.organiserId(),
                        meetup.submittedAt()));
    }

    @Test
    void of_a_need_or_an_offer_title_and_text_are_judged_for_no_community() throws IOException {
        OpportunitySubmitted opportunity = sample(OpportunitySubmitted.class);

        Submission submission = Submission.of(opportunity);

        assertThat(submission.text()).contains(opportunity.title(), opportunity.text());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.OPPORTUNITY,
                        opportunity.opportunityId(),
                        opportunity.revision(),
                        DecisionMade.NO_COMMUNITY,
                        opportunity.memberId(),
                        opportunity.submittedAt()));
    }

    private static <E extends Event> E sample(Class<E> type) throws IOException {
        return new ObjectMapper().registerModule(new JavaTimeModule()).readValue(Samples.json(type), type);
    }
}
