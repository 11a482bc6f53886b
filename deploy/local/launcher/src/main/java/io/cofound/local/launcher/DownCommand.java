package io.cofound.local.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything.")
final class DownCommand implements Callable<Integer> {

    /** Longer than all the stop timeouts together have ever needed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public Integer call() {
        var state = Home.ofScript().stateFile().read();
        if (state.isEmpty()) {
            System.out.println("Nothing runs.");
            return 0;
        }
        state.get().supervisor().find().ifPresent(DownCommand::stop);
        var ended = new Leftovers(state.get()).end();
        System.out.println(ended == 0 ? "Everything is stopped." : "Ended %d processes left behind.".formatted(ended));
        return 0;
    }

    private static void stop(ProcessHandle supervisor) {
        System.out.println("Stopping…");
        supervisor.destroy();
        supervisor
                .onExit()
                .completeOnTimeout(supervisor, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (supervisor.isAlive()) {
            supervisor.destroyForcibly();
        }
    }
}
