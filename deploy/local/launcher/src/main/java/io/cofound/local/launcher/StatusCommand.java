package io.cofound.local.launcher;

import java.util.OptionalLong;
import java.util.concurrent.Callable;

import io.cofound.local.process.ResidentMemory;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows what runs; fails if not everything is ready.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var state = Home.ofScript().stateFile().read();
        if (state.isEmpty() || state.get().phase() == StackState.Phase.STOPPED) {
            System.out.println("Nothing runs. ./cofound up starts everything.");
            return 1;
        }
        System.out.print(new StatusTable(StatusCommand::residentBytes).of(state.get()));
        state.get().failure().ifPresent(System.out::println);
        return state.get().allReady() ? 0 : 1;
    }

    private static OptionalLong residentBytes(ProcessIdentity identity) {
        return identity.find().map(ResidentMemory::ofTree).orElse(OptionalLong.empty());
    }
}
