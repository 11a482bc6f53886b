package io.cofound.moderation.decision;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.flood.Writing;

import static java.util.stream.Collectors.joining;

/**
 * What a member submitted, whatever it is.
 *
 * @param text all that readers will see
 * @param language detected language of the text, BCP 47
 */
record Submission(Subject subject, String text, String language) {

    static Submission of(PostSubmitted post) {
        return new Submission(
                new Subject(
                        SubjectKind.POST,
                        post.postId(),
                        post.revision(),
                        post.communityId(),
                        post.authorId(),
                        post.submittedAt()),
                textOf(post),
                post.language());
    }

    static Submission of(CommentSubmitted comment) {
        return new Submission(
                new Subject(
                        SubjectKind.COMMENT,
                        comment.commentId(),
                        comment.revision(),
                        comment.communityId(),
                        comment.authorId(),
                        comment.submittedAt()),
                comment.body(),
                comment.language());
    }

    static Submission of(ProfileSubmitted profile) {
        return new Submission(
                new Subject(
                        SubjectKind.PROFILE,
                        profile.memberId(),
                        profile.revision(),
                        DecisionMade.NO_COMMUNITY,
                        profile.memberId(),
                        profile.submittedAt()),
                textOf(profile),
                profile.language());
    }

    static Submission of(MeetupSubmitted meetup) {
        return new Submission(
                new Subject(
                        SubjectKind.MEETUP,
                        meetup.meetupId(),
                        meetup.revision(),
                        meetup.communityId(),
                        meetup.organiserId(),
                        meetup.submittedAt()),
                meetup.title() + "\n\n" + meetup.description(),
                meetup.language());
    }

    static Submission of(OpportunitySubmitted opportunity) {
        return new Submission(
                new Subject(
                        SubjectKind.OPPORTUNITY,
                        opportunity.opportunityId(),
                        opportunity.revision(),
                        DecisionMade.NO_COMMUNITY,
                        opportunity.memberId(),
                        opportunity.submittedAt()),
                opportunity.title() + "\n\n" + opportunity.text(),
                opportunity.language());
    }

    Writing writing() {
        UUID community = subject.communityId().equals(DecisionMade.NO_COMMUNITY) ? null : subject.communityId();
        return new Writing(subject.id(), community, subject.authorId(), subject.submittedAt(), text);
    }

    private static String textOf(PostSubmitted post) {
        return paragraphs(Stream.of(
                post.title(),
                post.summary(),
                post.body(),
                post.tags().isEmpty() ? null : String.join(", ", post.tags()),
                post.sourceUrl(),
                post.coverUrl()));
    }

    private static String textOf(ProfileSubmitted profile) {
        return paragraphs(Stream.concat(
                Stream.of(profile.displayName(), profile.headline(), profile.about()), profile.links().stream()));
    }

    private static String paragraphs(Stream<String> parts) {
        return parts.filter(Objects::nonNull).collect(joining("\n\n"));
    }
}
