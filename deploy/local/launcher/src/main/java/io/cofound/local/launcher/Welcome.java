package io.cofound.local.launcher;

import io.cofound.local.infrastructure.Ports;

/** What a newcomer needs to know once everything is ready. */
final class Welcome {

    private Welcome() {}

    static String text(Ports ports) {
        return """

                Cofound is ready.

                  API            http://localhost:%1$d/api/v1
                  Swagger UI     http://localhost:%1$d/q/swagger-ui
                  Keycloak       http://localhost:%2$d (realm cofound)
                  Kafka          127.0.0.1:%3$d for partners: SASL_PLAINTEXT, SCRAM-SHA-256, partner / partner

                  Demo people    ada, mei (founders), bo (investor), chen (mentor), mo (moderator), olga (operator)
                                 password = user name

                Try:  curl -H "Authorization: Bearer $(./cofound token ada)" http://localhost:%1$d/api/v1/me
                      ./cofound demo      fills in a community to look at
                      ./cofound status    shows what runs; ./cofound down stops it
                """.formatted(ports.gateway(), ports.keycloak(), ports.kafkaPartners());
    }
}
