package io.cofound.event;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.cofound.testing.Traces;

import static java.util.stream.Collectors.toCollection;

/** Whatever this service keeps and has told, in every table and topic there is, read past the service. */
@Singleton
class EventTraces {

    private final DataSource database;

    EventTraces(DataSource database) {
        this.database = database;
    }

    /** All of it at this moment: each place, with what lies there. */
    List<String> now() {
        return Stream.of(Traces.rows(database), Traces.records(Traces.topics()))
                .flatMap(List::stream)
                .toList();
    }

    /** Every place where it is found now. */
    Set<String> of(String value) {
        return now().stream().filter(trace -> trace.contains(value)).collect(toCollection(TreeSet::new));
    }

    /** @param pathOrId which they hold; of a path the last part */
    Set<String> rowsOf(String table, String pathOrId) {
        String id = pathOrId.substring(pathOrId.lastIndexOf('/') + 1);
        return Traces.rows(database).stream()
                .filter(row -> row.startsWith(table + ":") && row.contains(id))
                .collect(toCollection(TreeSet::new));
    }

    /** What the topic says last under a key, empty if it says nothing, ending with null for a tombstone. */
    String last(String topic, String pathOrId) {
        String key = topic + "/" + pathOrId.substring(pathOrId.lastIndexOf('/') + 1) + ":";
        return Traces.records(List.of(topic)).stream()
                .filter(record -> record.contains(key))
                .findFirst()
                .orElse("");
    }
}
