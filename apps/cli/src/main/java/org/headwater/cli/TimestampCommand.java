package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.timestamp.Stamp;
import org.headwater.evidence.timestamp.TimestampAuthority;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "timestamp",
        header = "Have authorities sign that the custody log was there at a time (RFC 3161).",
        description =
                "Writes a checkpoint and sends its digest, and nothing else, to each authority that is named; keeps the"
                        + " answers with the case, where verify checks them without a network. One that is not reached is"
                        + " pending: the next call asks it again. Without --tsa only what is pending is asked for.",
        footer = {
            "  headwater timestamp my.case --tsa https://tsa.example.org/tsr --ca tsa-root.pem",
            "  headwater timestamp my.case --tsa http://one.example/ --tsa http://two.example/",
            "  headwater timestamp my.case"
        })
final class TimestampCommand extends CaseCommand {
    @Option(
            names = "--tsa",
            paramLabel = "URL",
            arity = "1..*",
            description = "An authority to ask; several may be named.")
    private List<String> authorities = List.of();

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) that the authorities' chains may end in, besides those this Java trusts;"
                    + " they are kept with the case.")
    private Optional<String> trusted = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws IOException, CaseException {
        List<URI> asked = new ArrayList<>();
        for (String typed : authorities) {
            try {
                asked.add(TimestampAuthority.address(typed));
            } catch (IllegalArgumentException e) {
                throw Refusal.ofUsage("Cannot ask an authority: " + e.getMessage());
            }
        }
        if (trusted.isPresent()) {
            open.evidence().timestamps().trust(session.path(trusted.get()));
        }
        List<Stamp> stamps = open.evidence().stamp(asked);
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            StampLines.add(page.putArray("timestamps"), stamps);
            screen.print(Json.page(page));
        } else if (stamps.isEmpty()) {
            screen.print("Nothing is pending. Name an authority to take a timestamp: " + session.command()
                    + " timestamp " + typed() + " --tsa URL");
        } else {
            stamps.forEach(stamp -> screen.print(StampLines.line(stamp)));
        }
        boolean all = stamps.stream()
                .allMatch(stamp -> stamp.state() == Stamp.State.GOOD || stamp.state() == Stamp.State.UNTRUSTED);
        return all ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
