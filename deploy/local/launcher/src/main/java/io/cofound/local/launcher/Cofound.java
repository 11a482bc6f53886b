package io.cofound.local.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the script {@code cofound} runs once it has found a JDK and has built what was missing. */
@Command(
        name = "cofound",
        description = "Runs the whole platform on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            RebuildCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Cofound {

    /** Wrong use, or something in the way before anything was started. */
    static final int NOT_STARTED = 2;

    private Cofound() {}

    public static void main(String[] arguments) {
        var commandLine = new CommandLine(new Cofound());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("cofound: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(commandLine.execute(arguments));
    }
}
