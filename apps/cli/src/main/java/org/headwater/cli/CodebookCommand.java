package org.headwater.cli;

import picocli.CommandLine;

@CommandLine.Command(
        name = "codebook",
        header = "Write, check and try the vocabulary that a case is read with.",
        description =
                "A codebook is one YAML file: what kinds of statements there are, the terms of the subject, and the patterns"
                        + " that find statements. See docs/codebooks.md for how to write one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CodebookListCommand.class,
            CodebookNewCommand.class,
            CodebookCheckCommand.class,
            CodebookExplainCommand.class,
            CodebookTryCommand.class
        },
        footer = {
            "  headwater codebook new arms-transfers.yaml",
            "  headwater codebook check arms-transfers.yaml",
            "  headwater codebook try arms-transfers.yaml article.txt",
            "  headwater read my.case --codebook arms-transfers.yaml articles/"
        })
final class CodebookCommand extends Command {
    @Override
    ExitCode run(Session session) {
        throw Refusal.ofUsage("Cannot run codebook alone: say which of list, new, check, explain, try");
    }
}
