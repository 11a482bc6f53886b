package io.cofound.platform.web.versioning;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RevisionTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3", " \"3\" "})
    void the_etag_that_was_answered_is_understood(String ifMatch) {
        assertThat(Revision.expected(ifMatch)).isEqualTo(3);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void an_update_without_it_is_428(String ifMatch) {
        assertThat(status(() -> Revision.expected(ifMatch))).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"3\"", "\"3\", \"4\"", "three"})
    void anything_else_is_400(String ifMatch) {
        assertThat(status(() -> Revision.expected(ifMatch))).isEqualTo(400);
    }

    @Test
    void a_stale_one_is_412_with_the_current_revision() {
        HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> Revision.check(3, 5));

        assertThat(problem.getStatusCode()).isEqualTo(412);
        assertThat(problem.getParameters()).containsEntry("currentRevision", 5L);
        assertThat(problem.getHeaders()).containsEntry("ETag", "\"5\"");
    }

    private static int status(Runnable act) {
        return catchThrowableOfType(HttpProblem.class, act::run).getStatusCode();
    }
}
