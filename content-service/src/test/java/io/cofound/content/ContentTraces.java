package io.cofound.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.cofound.contracts.Topics;
import io.cofound.testing.Traces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.util.stream.Collectors.toCollection;

/** Whatever this service keeps and has told, in every table, document and topic there is, read past the service. */
@Singleton
public class ContentTraces {

    /** What the tests put there as other services would, which erase it themselves. */
    private static final Set<String> TOPICS_OF_OTHERS = Set.of(Topics.MEMBER, Topics.DECISION);

    private final DataSource database;
    private final MongoClient store;
    private final String documents;

    ContentTraces(
            DataSource database,
            MongoClient store,
            @ConfigProperty(name = "quarkus.mongodb.database") String documents) {
        this.database = database;
        this.store = store;
        this.documents = documents;
    }

    /** All of it at this moment: each place, with what lies there. */
    public List<String> now() {
        return Stream.of(Traces.rows(database), documents(), records())
                .flatMap(List::stream)
                .toList();
    }

    /** Every place where it is found now. */
    public Set<String> of(String value) {
        return now().stream().filter(trace -> trace.contains(value)).collect(toCollection(TreeSet::new));
    }

    private List<String> documents() {
        MongoDatabase documentStore = store.getDatabase(documents);
        List<String> found = new ArrayList<>();
        for (String collection : documentStore.listCollectionNames()) {
            documentStore
                    .getCollection(collection)
                    .find()
                    .forEach(document -> found.add(collection + ": " + document.toString()));
        }
        return found;
    }

    private static List<String> records() {
        return Traces.records(Traces.topics().stream()
                .filter(topic -> !TOPICS_OF_OTHERS.contains(topic.replaceFirst("\\.dlq$", "")))
                .toList());
    }
}
