package io.cofound.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class PermissionsIT {

    private static final List<String> CALLERS =
            List.of("nobody", "stranger", "member", "organiser", "moderator", "owner", "platform moderator");

    /** Every cell makes a meetup and waits for its judgement; all at once would be a load test. */
    private static final int ROWS_AT_ONCE = 4;

    /** What each of the callers is answered. */
    private static final String TABLE = """
            LIST        PUBLIC  200 200 200 200 200 200 200
            LIST        LISTED  401 403 200 200 200 200 403
            LIST        HIDDEN  404 404 200 200 200 200 404
            CREATE      PUBLIC  401 403 403 201 201 201 403
            CREATE      LISTED  401 403 403 201 201 201 403
            CREATE      HIDDEN  401 404 403 201 201 201 404
            READ        PUBLIC  200 200 200 200 200 200 200
            READ        LISTED  404 404 200 200 200 200 404
            READ        HIDDEN  404 404 200 200 200 200 404
            READ_DRAFT  PUBLIC  404 404 404 200 200 200 404
            READ_DRAFT  HIDDEN  404 404 404 200 200 200 404
            CHANGE      PUBLIC  401 403 403 200 200 200 403
            CHANGE      LISTED  401 404 403 200 200 200 404
            CHANGE      HIDDEN  401 404 403 200 200 200 404
            CHANGE_DRAFT PUBLIC 401 404 404 200 200 200 404
            CANCEL      PUBLIC  401 403 403 204 204 204 403
            CANCEL      LISTED  401 404 403 204 204 204 404
            CANCEL      HIDDEN  401 404 403 204 204 204 404
            REGISTER    PUBLIC  401 200 200 200 200 200 200
            REGISTER    LISTED  401 404 200 200 200 200 404
            REGISTER    HIDDEN  401 404 200 200 200 200 404
            OWN         PUBLIC  401 404 404 404 404 404 404
            UNREGISTER  HIDDEN  401 404 404 404 404 404 404
            ATTENDEES   PUBLIC  401 403 403 200 200 200 403
            ATTENDEES   LISTED  401 404 403 200 200 200 404
            ATTENDEES   HIDDEN  401 404 403 200 200 200 404
            """;

    @Test
    void everybody_may_what_the_table_says_and_nothing_else() {
        Map<Visibility, UUID> communities = new EnumMap<>(Visibility.class);
        for (Visibility visibility : Visibility.values()) {
            communities.put(visibility, Town.community(visibility));
        }
        List<Callable<String>> rows = new ArrayList<>();
        TABLE.lines().forEach(row -> {
            String[] cells = row.split(" +");
            UUID community = communities.get(Visibility.valueOf(cells[1]));
            rows.add(() -> answers(cells[0], cells[1], community));
        });

        List<String> answered = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            answered.addAll(AtOnce.all(rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()))));
        }

        assertThat(answered)
                .containsExactlyElementsOf(
                        TABLE.lines().map(row -> row.replaceAll(" +", " ")).toList());
    }

    private static String answers(String act, String visibility, UUID community) {
        List<Callable<Integer>> cells = CALLERS.stream()
                .<Callable<Integer>>map(caller -> () -> status(act, as(caller), community))
                .toList();
        String statuses = String.join(
                " ", AtOnce.all(cells).stream().map(Object::toString).toList());
        return String.join(" ", Arrays.asList(act, visibility, statuses));
    }

    /** Every caller finds a meetup of its own, untouched by the others. */
    private static int status(String act, RequestSpecification caller, UUID community) {
        String draft = Town.draft("Permissions", 7, 5, false);
        return switch (act) {
            case "LIST" -> caller.get(Town.meetupsOf(community)).statusCode();
            case "CREATE" -> caller.body(draft).post(Town.meetupsOf(community)).statusCode();
            case "READ" -> caller.get(Town.meetup(community, 5)).statusCode();
            case "READ_DRAFT" -> caller.get(Town.meetup(community, draft)).statusCode();
            case "CHANGE" -> change(caller, Town.meetup(community, 5));
            case "CHANGE_DRAFT" -> change(caller, Town.meetup(community, draft));
            case "CANCEL" -> caller.delete(Town.meetup(community, 5)).statusCode();
            case "REGISTER" -> caller.put(own(community)).statusCode();
            case "OWN" -> caller.get(own(community)).statusCode();
            case "UNREGISTER" -> caller.delete(own(community)).statusCode();
            case "ATTENDEES" ->
                caller.get(Town.meetup(community, 5) + "/registrations").statusCode();
            default -> throw new IllegalArgumentException(act);
        };
    }

    private static int change(RequestSpecification caller, String meetup) {
        return caller.header("If-Match", "\"1\"")
                .body("{\"title\": \"Changed\"}")
                .patch(meetup)
                .statusCode();
    }

    private static String own(UUID community) {
        return Town.meetup(community, 5) + "/registrations/me";
    }

    private static RequestSpecification as(String caller) {
        return switch (caller) {
            case "nobody" -> Town.anonymous();
            case "stranger" -> Town.as(Person.STRANGER);
            case "member" -> Town.as(Person.CHEN);
            case "organiser" -> Town.as(Person.MEI);
            case "moderator" -> Town.as(Person.BO);
            case "owner" -> Town.as(Person.ADA);
            case "platform moderator" -> Town.as(Person.MO);
            default -> throw new IllegalArgumentException(caller);
        };
    }
}
