package io.cofound.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;

import io.cofound.local.infrastructure.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts everything and stays until Ctrl-C, which stops everything.")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready; ./cofound down stops it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Forget all data and start over.")
    private boolean fresh;

    @Override
    public Integer call() {
        var home = Home.ofScript();
        if (detach) {
            return new DetachedSupervisor(home).run(fresh ? List.of("up", "--fresh") : List.of("up"));
        }
        Ports ports;
        try {
            ports = Ports.defaults();
        } catch (IllegalArgumentException e) {
            return refuse(List.of(e.getMessage()));
        }
        var lock = RunLock.tryAcquire(home.lock());
        if (lock.isEmpty()) {
            return refuse(List.of("It is running already: ./cofound status shows it, ./cofound down stops it."));
        }
        try (var held = lock.get()) {
            home.stateFile().read().map(Leftovers::new).ifPresent(UpCommand::end);
            var problems = PreflightChecks.problems(PortTable.of(ports), home.state());
            if (!problems.isEmpty()) {
                return refuse(problems);
            }
            if (fresh) {
                home.clear();
            }
            return run(home, ports);
        }
    }

    private static int run(Home home, Ports ports) {
        var stack = new Stack(StackConfig.of(home, ports));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop everything"));
        try {
            stack.bringUp();
        } catch (RuntimeException e) {
            stack.failure().ifPresent(reason -> System.err.println("cofound: " + reason));
            return 1;
        }
        System.out.print(Welcome.text(ports));
        stack.awaitEnd();
        return 0;
    }

    private static void stop(Stack stack) {
        if (stack.failure().isEmpty()) {
            System.out.println("Stopping everything");
        }
        stack.close();
    }

    private static void end(Leftovers leftovers) {
        var ended = leftovers.end();
        if (ended > 0) {
            System.out.println("Ended %d processes that an earlier run left behind.".formatted(ended));
        }
    }

    private static int refuse(List<String> problems) {
        problems.forEach(problem -> System.err.println("cofound: " + problem));
        return Cofound.NOT_STARTED;
    }
}
