package io.cofound.platform.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class OutboxIT {

    @Inject
    Accounts accounts;

    @Inject
    DataSource database;

    @Test
    void a_rolled_back_change_leaves_no_event() {
        UUID id = openAccount();

        assertThatThrownBy(() -> run(() -> accounts.depositAndFail(id))).hasMessageContaining("after the event");
        run(() -> accounts.deposit(id));

        try (var topic = new TopicReader(Topics.MEMBER)) {
            topic.await(MemberChanged.class, event -> event.memberId().equals(id));
            assertThat(revisions(topic, id)).containsExactly(1L);
        }
        assertThat(run(() -> accounts.balance(id))).isEqualTo(1);
    }

    @Test
    void events_of_one_aggregate_keep_their_order_under_concurrent_changes() {
        UUID id = openAccount();

        var deposits = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.runAsync(() -> run(() -> accounts.deposit(id))))
                .toList();
        deposits.forEach(CompletableFuture::join);

        expectRevisions(id, 200);
    }

    @Test
    void no_event_is_lost_when_the_broker_is_killed_meanwhile() {
        UUID id = openAccount();
        IntStream.range(0, 50).forEach(i -> run(() -> accounts.deposit(id)));

        InfrastructureTestResource.infrastructure().process(Part.KAFKA).kill();
        IntStream.range(0, 50).forEach(i -> run(() -> accounts.deposit(id)));
        InfrastructureTestResource.infrastructure().restart(Part.KAFKA);
        IntStream.range(0, 50).forEach(i -> run(() -> accounts.deposit(id)));

        expectRevisions(id, 150);
    }

    @Test
    void the_relay_goes_on_when_its_connection_is_cut() throws SQLException {
        UUID id = openAccount();

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and pid <> pg_backend_pid()""");
        }
        run(() -> accounts.deposit(id));

        expectRevisions(id, 1);
    }

    @Test
    void the_outbox_is_empty_when_all_is_told() {
        UUID id = openAccount();
        run(() -> accounts.deposit(id));

        await().atMost(Duration.ofSeconds(20)).until(() -> rows("outbox") == 0);
    }

    private UUID openAccount() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        run(() -> accounts.open(id));
        return id;
    }

    private static void expectRevisions(UUID id, long last) {
        try (var topic = new TopicReader(Topics.MEMBER)) {
            topic.await(MemberChanged.class, event -> event.memberId().equals(id) && event.revision() == last);
            // A crash may repeat records; what a reader sees first of each is complete and in order.
            assertThat(revisions(topic, id).stream().distinct().toList())
                    .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        }
    }

    private static List<Long> revisions(TopicReader topic, UUID id) {
        return topic.events(MemberChanged.class).stream()
                .filter(event -> event.memberId().equals(id))
                .map(MemberChanged::revision)
                .toList();
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
