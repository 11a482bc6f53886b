package io.cofound.platform.web.identity;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
}
