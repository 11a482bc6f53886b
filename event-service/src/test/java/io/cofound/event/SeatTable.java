package io.cofound.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.cofound.contracts.Topics;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.testing.TopicReader;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables themselves, past the service that is tested. */
@Singleton
class SeatTable {

    /** One row of one snapshot: what the meetup says, what its registrations say, and who was overtaken. */
    private static final String SNAPSHOT = """
            select m.capacity, m.confirmed, m.waitlisted,
                   count(r.*) filter (where r.state = 'CONFIRMED') as seated,
                   count(r.*) filter (where r.state = 'WAITLISTED') as waiting,
                   coalesce(max(r.registered_at) filter (where r.state = 'CONFIRMED')
                          > min(r.registered_at) filter (where r.state = 'WAITLISTED'), false) as overtaken
            from meetup m left join registration r on r.meetup_id = m.id where m.id = ? group by m.id""";

    private final DataSource database;

    SeatTable(DataSource database) {
        this.database = database;
    }

    /** Nobody too many, nobody waiting beside a free seat, nobody overtaken, nobody counted wrongly. */
    void assertFair(UUID meetup) {
        query(SNAPSHOT, meetup, row -> {
            int seated = row.getInt("seated");
            int waiting = row.getInt("waiting");
            assertThat(seated).isLessThanOrEqualTo(row.getInt("capacity"));
            assertThat(waiting == 0 || seated == row.getInt("capacity"))
                    .as("%d wait beside a free seat", waiting)
                    .isTrue();
            assertThat(row.getBoolean("overtaken")).as("overtaken").isFalse();
            assertThat(row.getInt("confirmed")).isEqualTo(seated);
            assertThat(row.getInt("waitlisted")).isEqualTo(waiting);
        });
    }

    /** Who reads only the topic knows every registration's state, and missed none of its changes. */
    void assertEventsTellTheSame(UUID meetup) {
        Map<UUID, String> table = new HashMap<>();
        Map<UUID, Long> revisions = new HashMap<>();
        query("select id, state, revision from registration where meetup_id = ?", meetup, row -> {
            table.put(row.getObject(1, UUID.class), row.getString(2));
            revisions.put(row.getObject(1, UUID.class), row.getLong(3));
        });
        try (var topic = new TopicReader(Topics.REGISTRATION)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Map<UUID, List<Told>> told = told(topic, meetup);
                assertThat(told.keySet()).isEqualTo(table.keySet());
                told.forEach((id, changes) -> {
                    assertThat(changes.getLast().state()).isEqualTo(table.get(id));
                    assertThat(changes)
                            .extracting(Told::revision)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, revisions.get(id))
                                    .boxed()
                                    .toList());
                });
            });
        }
    }

    void letStart(UUID meetup) {
        move(meetup, "starts_at = now() - interval '1 minute'");
    }

    void letEnd(UUID meetup) {
        move(meetup, "starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'");
    }

    private void move(UUID meetup, String times) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update meetup set " + times + " where id = ?")) {
            update.setObject(1, meetup);
            assertThat(update.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private record Told(UUID meetup, UUID registration, long revision, String state) {}

    /** By registration, in the order of the revisions; a redelivered record is in it twice. */
    private static Map<UUID, List<Told>> told(TopicReader topic, UUID meetup) {
        Stream<Told> confirmed = topic.events(RegistrationConfirmed.class).stream()
                .map(e -> new Told(e.meetupId(), e.registrationId(), e.revision(), "CONFIRMED"));
        Stream<Told> waitlisted = topic.events(RegistrationWaitlisted.class).stream()
                .map(e -> new Told(e.meetupId(), e.registrationId(), e.revision(), "WAITLISTED"));
        Stream<Told> cancelled = topic.events(RegistrationCancelled.class).stream()
                .map(e -> new Told(e.meetupId(), e.registrationId(), e.revision(), "CANCELLED"));
        return Stream.of(confirmed, waitlisted, cancelled)
                .flatMap(changes -> changes)
                .filter(change -> change.meetup().equals(meetup))
                .sorted(Comparator.comparing(Told::revision))
                .collect(Collectors.groupingBy(Told::registration));
    }

    interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private void query(String sql, UUID id, Row reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
