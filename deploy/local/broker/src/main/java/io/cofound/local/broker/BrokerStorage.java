package io.cofound.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Prepares an empty data folder, with the partners' credentials and rights in it from the first moment. */
final class BrokerStorage {

    private BrokerStorage() {}

    /** Leaves a folder alone that was prepared before. */
    static void format(BrokerConfiguration configuration) throws Exception {
        if (Files.exists(configuration.logs().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(configuration.logs());
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(BrokerConfiguration.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(configuration.logs().toString()))
                .setMetadataLogDirectory(configuration.logs().toString())
                .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                .setScramArguments(List.of(PartnerAccess.CREDENTIALS))
                .setAdditionalBootstrapRecords(PartnerAccess.rights())
                .run();
    }
}
