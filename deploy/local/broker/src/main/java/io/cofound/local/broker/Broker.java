package io.cofound.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka node, broker and controller in one, on the loopback interface until it is asked to stop.
 *
 * <p>Arguments: the data folder, then the ports of the services' listener, the partners' listener and the controller.
 * Once it serves requests it writes its process id to {@value #READY_FILE} in the data folder.
 */
public final class Broker {

    static final String READY_FILE = "ready.pid";

    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: Broker <data folder> <services port> <partners port> <controller port>");
            System.exit(2);
        }
        var data = Path.of(arguments[0]).toAbsolutePath();
        var configuration = new BrokerConfiguration(
                data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));

        BrokerStorage.format(configuration);
        var server = new KafkaRaftServer(new KafkaConfig(configuration.properties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        Files.writeString(
                data.resolve(READY_FILE), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }
}
