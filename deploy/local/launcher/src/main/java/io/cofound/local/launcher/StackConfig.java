package io.cofound.local.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import io.cofound.local.infrastructure.Checkout;
import io.cofound.local.infrastructure.Ports;

/**
 * Which stack to run, and where.
 *
 * @param home the modules to run and the folder for what is written
 * @param ports each stack that runs at the same time needs its own
 * @param environment variables for every service, above all others
 * @param tell receives a line for people whenever something happened
 */
public record StackConfig(Home home, Ports ports, Map<String, String> environment, Consumer<String> tell) {

    public StackConfig {
        environment = Map.copyOf(environment);
    }

    /** A stack of its own with free ports, for tests: the services must be built, data and logs go to the folder. */
    public static StackConfig in(Path folder) {
        return of(new Home(Checkout.find().root(), folder.toAbsolutePath()), Ports.free());
    }

    static StackConfig of(Home home, Ports ports) {
        return new StackConfig(home, ports, Map.of(), System.out::println);
    }

    /** The same stack, with these variables given to every service. */
    public StackConfig withEnvironment(Map<String, String> variables) {
        return new StackConfig(home, ports, variables, tell);
    }
}
