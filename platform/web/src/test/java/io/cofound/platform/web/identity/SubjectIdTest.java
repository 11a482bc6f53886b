package io.cofound.platform.web.identity;

import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubjectIdTest {

    private static final String ISSUER = "https://id.example.org";

    @Test
    void a_uuid_is_taken_as_it_is() {
        UUID subject = UUID.fromString("0197f3a0-0000-7000-8000-000000000001");

        assertThat(SubjectId.of(ISSUER, subject.toString())).isEqualTo(subject);
    }

    @Test
    void any_other_subject_gives_the_same_id_every_time() {
        assertThat(SubjectId.of(ISSUER, "auth0|42")).isEqualTo(SubjectId.of(ISSUER, "auth0|42"));
    }

    @Test
    void two_issuers_never_share_a_member() {
        assertThat(SubjectId.of(ISSUER, "42")).isNotEqualTo(SubjectId.of("https://other.example.org", "42"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_token_without_a_subject_is_nobodys(String subject) {
        assertThatThrownBy(() -> SubjectId.of(ISSUER, subject)).isInstanceOf(HttpProblem.class);
    }
}
