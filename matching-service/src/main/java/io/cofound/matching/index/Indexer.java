package io.cofound.matching.index;

import java.io.IOException;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.OpportunityWithheld;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/** Brings the index up to what an event says. Idempotent; an event older than what is known changes nothing. */
@ApplicationScoped
class Indexer {

    private final MatchingIndex index;
    private final Documents documents;

    Indexer(MatchingIndex index, Documents documents) {
        this.index = index;
        this.documents = documents;
    }

    /**
     * Only on the writer's thread.
     *
     * @param happened when the event did
     */
    Void apply(Event event, Instant happened) throws IOException {
        switch (event) {
            case OpportunityPublished e -> {
                String key = Fields.key(Fields.TYPE_OPPORTUNITY, e.opportunityId());
                if (isNewer(key, e.revision())) {
                    write(key, new State(e.revision(), -1, e.publishedAt().toEpochMilli()), documents.of(e));
                }
            }
            case OpportunityClosed e -> purge(Fields.key(Fields.TYPE_OPPORTUNITY, e.opportunityId()), e.revision());
            case OpportunityWithheld e -> purge(Fields.key(Fields.TYPE_OPPORTUNITY, e.opportunityId()), e.revision());
            case PostPublished e -> publish(e, happened);
            case PostRemoved e -> purge(Fields.key(Fields.TYPE_POST, e.postId()), e.revision());
            case CommunityCreated e -> show(e.communityId(), e.revision(), e.visibility(), e.createdAt());
            case CommunityChanged e -> show(e.communityId(), e.revision(), e.visibility(), e.changedAt());
            case MembershipGranted e -> {
                String key = Fields.key(Fields.TYPE_MEMBERSHIP, e.membershipId());
                if (isNewer(key, e.revision())) {
                    write(key, new State(e.revision(), -1, 0), documents.of(e));
                }
            }
            case MembershipRevoked e -> remove(Fields.key(Fields.TYPE_MEMBERSHIP, e.membershipId()), e.revision());
            default -> {
                // Another event of these topics: nothing that is searched.
            }
        }
        return null;
    }

    private void publish(PostPublished post, Instant happened) throws IOException {
        String key = Fields.key(Fields.TYPE_POST, post.postId());
        boolean unnamed = losesItsAuthorsName(post, index.state(key));
        if (unnamed || isNewer(key, post.revision()) || index.state(key).isWithdrawn(post.revision())) {
            long visibility = visibility(post, happened);
            State state =
                    new State(post.revision(), visibility, post.publishedAt().toEpochMilli());
            write(key, state, documents.of(post, visibility));
            if (unnamed) {
                index.purgeSoon();
            }
        }
    }

    /** A former member's post is told again without a name, be it as a new revision or as the one that is known. */
    private static boolean losesItsAuthorsName(PostPublished post, State known) {
        return post.authorName() == null && known.revision() > 0 && post.revision() >= known.revision();
    }

    /** The community's word counts if it is the later one; otherwise the stricter, until the community is heard of. */
    private long visibility(PostPublished post, Instant happened) throws IOException {
        State community = index.state(Fields.key(Fields.TYPE_COMMUNITY, post.communityId()));
        long own = post.visibility().ordinal();
        return community.time() >= happened.toEpochMilli()
                ? community.visibility()
                : Math.max(own, community.visibility());
    }

    private void show(Object communityId, long revision, Visibility visibility, Instant since) throws IOException {
        String key = Fields.key(Fields.TYPE_COMMUNITY, communityId);
        if (isNewer(key, revision)) {
            State state = new State(revision, visibility.ordinal(), since.toEpochMilli());
            write(key, state, documents.community(visibility.ordinal(), since));
            index.update(
                    new Term(Fields.POST_COMMUNITY, communityId.toString()), Fields.VISIBILITY, visibility.ordinal());
        }
    }

    /** Removes a text, from the files too. */
    private void purge(String key, long revision) throws IOException {
        remove(key, revision);
        index.purgeSoon();
    }

    /** The key and the revision stay, so that what is removed does not come back with an event that was late. */
    private void remove(String key, long revision) throws IOException {
        if (revision >= index.state(key).revision()) {
            write(key, new State(revision, -1, 0), new Document());
        }
    }

    private boolean isNewer(String key, long revision) throws IOException {
        return revision > index.state(key).revision();
    }

    private void write(String key, State state, Document document) throws IOException {
        index.write(key, state, Documents.identified(document, key, state.revision()));
    }
}
