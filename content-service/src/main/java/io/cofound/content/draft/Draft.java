package io.cofound.content.draft;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.web.problem.Problem;

import static java.util.Objects.requireNonNullElse;

/** What nobody sees but its author, until it is submitted as a post. */
@Entity
class Draft {

    /** How far ahead it can be scheduled. */
    static final Duration HORIZON = Duration.ofDays(365);

    @Id
    UUID id;

    UUID communityId;

    UUID authorId;

    long revision;

    @Enumerated(EnumType.STRING)
    PostType type;

    String title;

    String body;

    String[] tags;

    String summary;

    String coverUrl;

    String sourceUrl;

    Instant createdAt;

    Instant changedAt;

    /** Null while it is not scheduled. */
    Instant publishAt;

    /** Why it could not be submitted when it was due; null if it was not tried since it was last changed. */
    String failure;

    String failureDetail;

    Instant failedAt;

    protected Draft() {}

    Draft(UUID communityId, UUID authorId, DraftContent content) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.authorId = authorId;
        this.createdAt = now();
        write(content);
    }

    void change(DraftContent change) {
        DraftContent was = content();
        DraftContent changed = new DraftContent(
                change.type() == null ? was.type() : change.type(),
                change.title() == null ? was.title() : change.title(),
                change.body() == null ? was.body() : change.body(),
                change.tags() == null ? was.tags() : change.tags(),
                change.summary() == null ? was.summary() : change.summary(),
                change.coverUrl() == null ? was.coverUrl() : change.coverUrl(),
                change.sourceUrl() == null ? was.sourceUrl() : change.sourceUrl());
        if (!changed.equals(was)) {
            write(changed);
        }
    }

    private void write(DraftContent content) {
        type = content.type();
        title = content.title();
        body = content.body();
        tags = requireNonNullElse(content.tags(), List.<String>of()).toArray(String[]::new);
        summary = emptyToNull(content.summary());
        coverUrl = emptyToNull(content.coverUrl());
        sourceUrl = emptyToNull(content.sourceUrl());
        forgetFailure();
        changed();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for a time that has passed or is too far ahead */
    void schedule(Instant at) {
        Instant now = now();
        if (!at.isAfter(now) || at.isAfter(now.plus(HORIZON))) {
            throw Problem.unprocessable("unfit-time", "publishAt is to be in the future, at most a year ahead.");
        }
        publishAt = at.truncatedTo(ChronoUnit.MICROS);
        forgetFailure();
        changed();
    }

    void unschedule() {
        if (publishAt != null) {
            publishAt = null;
            forgetFailure();
            changed();
        }
    }

    /** It stays as it is, and is not tried again before it is changed. */
    void fail(Refusal refusal) {
        failure = refusal.slug();
        failureDetail = refusal.detail();
        failedAt = now();
        revision++;
    }

    DraftContent content() {
        return new DraftContent(type, title, body, List.of(tags), summary, coverUrl, sourceUrl);
    }

    private void forgetFailure() {
        failure = null;
        failureDetail = null;
        failedAt = null;
    }

    private void changed() {
        revision++;
        changedAt = now();
    }

    private static String emptyToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
