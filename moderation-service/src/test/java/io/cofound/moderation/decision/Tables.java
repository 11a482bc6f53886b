package io.cofound.moderation.decision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.testing.Publisher;
import org.awaitility.Awaitility;

/** The service's tables, behind its back. */
final class Tables {

    static final String CONSENT = "external_processing_consent";
    static final String TRUST = "trust";
    static final String LANGUAGE = "preferred_language";

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** Returns when it counts. */
    void agree(Publisher publisher, UUID member, boolean externalProcessing) {
        long revision = System.nanoTime();
        publisher.publish(new ConsentsChanged(member, revision, false, externalProcessing, false, "1", Instant.now()));
        awaitRevision(CONSENT, member, revision);
    }

    /** Returns when it counts. */
    void trust(Publisher publisher, UUID member, int level) {
        long revision = System.nanoTime();
        publisher.publish(new TrustChanged(member, revision, level, 0, Instant.now()));
        awaitRevision(TRUST, member, revision);
    }

    /** Returns when it counts. */
    void speak(Publisher publisher, UUID member, String language) {
        long revision = System.nanoTime();
        publisher.publish(new MemberRegistered(member, revision, "Ada", language, Instant.now()));
        awaitRevision(LANGUAGE, member, revision);
    }

    /** A text that a worker has until then. */
    void leave(PostSubmitted post, Instant leasedUntil) throws SQLException {
        String local = """
                {"label": "SPAM", "scores": {"OK": 0.4, "SPAM": 0.4, "ABUSE": 0.1, "SCAM": 0.1}, "action": "HOLD",
                 "rung": "MODEL", "reasons": [{"clause": "c", "evidence": "e"}], "model": "m"}""";
        execute("""
                insert into pending_review
                values ('%s', 'POST', '%s', %d, '%s', '%s', '%s', '%s', 1, '%s', now())""".formatted(
                        UUID.randomUUID(),
                        post.postId(),
                        post.revision(),
                        post.communityId(),
                        post.authorId(),
                        post.body().replace("'", "''"),
                        local,
                        leasedUntil));
    }

    /** Every column of every row of a member, as text. */
    List<String> rows(String table, String column, UUID member) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select t::text from %s t where %s = '%s' order by 1".formatted(table, column, member))) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** @param from a table, and a condition if need be */
    long count(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** 0 where there is nothing to sum. */
    long sum(String select) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitRevision(String table, UUID member, long revision) {
        Awaitility.await(table)
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        count("%s where member_id = '%s' and revision = %d".formatted(table, member, revision)) == 1);
    }
}
