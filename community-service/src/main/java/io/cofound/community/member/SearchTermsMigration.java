package io.cofound.community.member;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.tag.TagVocabulary;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Makes anew what every member is found by, whenever terms are made otherwise than they were or the words of a tag have
 * changed. It runs before the service answers.
 */
@Singleton
class SearchTermsMigration implements JavaMigration, FlywayConfigurationCustomizer {

    private static final int BATCH = 500;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(this);
    }

    /** None: it is repeated when the checksum changes. */
    @Override
    public MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "member search terms";
    }

    @Override
    public Integer getChecksum() {
        return 31 * SearchTerms.VERSION + TagVocabulary.standard().all().hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (PreparedStatement select = connection.prepareStatement("""
                        select id, display_name, headline, about, roles, skills, interests, visibility
                        from member where erased_at is null""");
                PreparedStatement update =
                        connection.prepareStatement("update member set search_terms = ? where id = ?")) {
            select.setFetchSize(BATCH);
            try (ResultSet member = select.executeQuery()) {
                for (int count = 1; member.next(); count++) {
                    update.setArray(1, connection.createArrayOf("text", terms(member)));
                    update.setObject(2, member.getObject("id", UUID.class));
                    update.addBatch();
                    if (count % BATCH == 0) {
                        update.executeBatch();
                    }
                }
                update.executeBatch();
            }
        }
    }

    private static String[] terms(ResultSet member) throws SQLException {
        ProfileDetails details = new ProfileDetails(
                member.getString("headline"),
                member.getString("about"),
                texts(member, "roles").map(MemberRole::valueOf).toList(),
                texts(member, "skills").toList(),
                texts(member, "interests").toList(),
                null,
                null,
                List.of(),
                List.of(),
                null);
        ProfileVisibility visibility =
                new ProfileVisibilityConverter().convertToEntityAttribute(member.getString("visibility"));
        return SearchTerms.of(member.getString("display_name"), details.shownTo(Audience.MEMBERS, visibility));
    }

    private static Stream<String> texts(ResultSet member, String column) throws SQLException {
        return Stream.of((String[]) member.getArray(column).getArray());
    }
}
