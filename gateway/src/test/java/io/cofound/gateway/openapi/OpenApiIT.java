package io.cofound.gateway.openapi;

import java.util.List;

import io.cofound.gateway.BehindTheDoor;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@BehindTheDoor
class OpenApiIT {

    @Test
    void oneDocumentShowsTheWholeApiThoughAServiceIsDown() {
        // When
        var document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("info.title", equalTo("Cofound"))
                .body("paths", hasKey("/api/v1/me"))
                .body("paths", hasKey("/api/v1/posts/{id}"))
                .body("paths", hasKey("/api/v1/events/{id}"))
                .body("paths", hasKey("/api/v1/opportunities"))
                .body("paths", hasKey("/api/v1/stream"))
                .body("components.securitySchemes.SecurityScheme.scheme", equalTo("bearer"))
                .body("'x-missing-services'", equalTo(List.of("moderation")))
                .extract()
                .jsonPath();

        // Then
        List<String> ids = document.getList("paths.collect { it.value.collect { it.value.operationId } }.flatten()");
        assertThat(ids).contains("openStream", "getMe", "getPostsById").doesNotHaveDuplicates();
    }

    @Test
    void theDocumentIsThereAsYamlToo() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .body(containsString("/api/v1/posts/{id}:"));
    }

    @Test
    void theUserInterfaceShowsThatDocument() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("/q/openapi?format=json"));
    }

    @Test
    void theGatewayIsReadyThoughAServiceIsDown() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("live stream"));
    }
}
