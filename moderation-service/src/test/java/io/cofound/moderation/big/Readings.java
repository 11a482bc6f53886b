package io.cofound.moderation.big;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.assertj.core.api.SoftAssertions;

/** What questions read, and what they may. */
final class Readings {

    private record Bounded(Reading reading, long most) {}

    private final Map<String, Bounded> readings = new LinkedHashMap<>();
    private final DataSource database;

    Readings(DataSource database) {
        this.database = database;
    }

    /** @param values of the parameters in their order, as SQL; one text may hold several */
    void add(String what, String statement, long mostRows, String... values) throws SQLException {
        addWith(null, what, statement, mostRows, values);
    }

    /** @param before what there is for this question alone */
    void addWith(String before, String what, String statement, long mostRows, String... values) throws SQLException {
        String page = statement.replaceAll("offset \\S+ rows", "").replaceAll("fetch first \\S+ rows only", "limit 21");
        try {
            readings.put(what, new Bounded(Reading.of(database, before, page, values), mostRows));
        } catch (SQLException e) {
            throw new SQLException("%s: %s: %s".formatted(what, e.getMessage(), page), e);
        }
    }

    double millis(String what) {
        return readings.get(what).reading().millis();
    }

    List<String> walks(String what) {
        return readings.get(what).reading().walks();
    }

    void check() {
        SoftAssertions rows = new SoftAssertions();
        readings.forEach((what, bounded) -> rows.assertThat(bounded.reading().rows())
                .as("%s%n%s", what, bounded.reading().plan())
                .isLessThanOrEqualTo(bounded.most()));
        rows.assertAll();
    }

    @Override
    public String toString() {
        return readings.entrySet().stream()
                .map(entry -> "  %-30s %,9d rows of at most %,9d   %,9d pages   %8.1f ms   %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().reading().rows(),
                                entry.getValue().most(),
                                entry.getValue().reading().pages(),
                                entry.getValue().reading().millis(),
                                String.join(", ", entry.getValue().reading().walks())))
                .collect(Collectors.joining("\n"));
    }
}
