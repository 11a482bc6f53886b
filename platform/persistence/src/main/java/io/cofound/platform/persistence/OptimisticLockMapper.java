package io.cofound.platform.persistence;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;

import io.cofound.platform.web.problem.Problem;
import org.hibernate.StaleObjectStateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Two changed the same thing at the same moment: the slower one reads it again. */
class OptimisticLockMapper {

    @ServerExceptionMapper({OptimisticLockException.class, StaleObjectStateException.class})
    public Response changedMeanwhile() {
        return Problem.conflict("changed-meanwhile", "Somebody changed it at the same moment. Read it again.")
                .toResponse();
    }
}
