package org.headwater.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.headwater.evidence.capture.CaptureLimits;
import org.headwater.evidence.capture.CaptureSettings;
import org.headwater.evidence.capture.CaptureSettings.Certificates;
import org.headwater.evidence.capture.Reach;
import picocli.CommandLine.Option;

/** How pages are fetched, for every command that fetches some. */
final class FetchOptions {
    private static final long MIB = 1L << 20;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Fetch through this proxy, such as Tor's: socks5://127.0.0.1:9050. Names are resolved by it.")
    private String proxy = "";

    @Option(names = "--allow-private", description = "Also fetch from this machine and the network it is in.")
    private boolean privateWanted;

    @Option(names = "--any-certificate", description = "Also fetch where the certificate cannot be trusted.")
    private boolean anyCertificate;

    @Option(
            names = "--max-mib",
            paramLabel = "N",
            defaultValue = "64",
            description = "Most MiB of one answer (${DEFAULT-VALUE}); more is refused.")
    private int answerMib;

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            defaultValue = "120",
            description = "Most seconds for a page with all it shows (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--max-parts",
            paramLabel = "N",
            defaultValue = "300",
            description = "Most pictures and styles of a page (${DEFAULT-VALUE}); 0 takes the page alone.")
    private int parts;

    @Option(names = "--user-agent", paramLabel = "NAME", description = "Sent as User-Agent (that of a common browser).")
    private String agent = CaptureSettings.COMMON_AGENT;

    CaptureSettings settings() {
        try {
            CaptureLimits limits = CaptureLimits.standard()
                    .withAnswerBytes(answerMib * MIB)
                    .withTime(Duration.ofSeconds(seconds))
                    .withParts(parts);
            CaptureSettings settings = CaptureSettings.usual()
                    .withLimits(limits)
                    .withAgent(agent)
                    .withReach(privateWanted ? Reach.ANY : Reach.PUBLIC)
                    .withCertificates(anyCertificate ? Certificates.ANY : Certificates.TRUSTED);
            return proxy.isEmpty() ? settings : settings.withSocks(socks(proxy));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUsage(e.getMessage());
        }
    }

    private static InetSocketAddress socks(String typed) {
        try {
            URI uri = new URI(typed);
            if (uri.getHost() != null
                    && uri.getPort() > 0
                    && String.valueOf(uri.getScheme()).startsWith("socks5")) {
                return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw Refusal.ofUsage("Cannot use proxy '" + typed + "': it is no address (" + e.getReason() + ")");
        }
        throw Refusal.ofUsage("Cannot use proxy '" + typed + "': it must be socks5://HOST:PORT");
    }
}
