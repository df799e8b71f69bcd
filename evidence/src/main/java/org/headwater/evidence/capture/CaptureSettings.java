package org.headwater.evidence.capture;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How pages are fetched.
 *
 * @param limits bounds on each page
 * @param reach which addresses may be contacted
 * @param certificates which certificates are accepted; either way the chain is kept
 * @param socks a SOCKS 5 proxy, such as Tor's; names are then resolved by the proxy and never here
 * @param agent what is sent as {@code User-Agent}
 */
public record CaptureSettings(
        CaptureLimits limits, Reach reach, Certificates certificates, Optional<InetSocketAddress> socks, String agent) {
    /** A name that many readers send: who is investigating is nobody's business. */
    public static final String COMMON_AGENT =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

    public CaptureSettings {
        if (agent.isBlank() || agent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("Invalid user agent: '" + agent + "' (printable ASCII, not empty)");
        }
    }

    /** Usual limits, public addresses, trusted certificates, no proxy. */
    public static CaptureSettings usual() {
        return new CaptureSettings(
                CaptureLimits.standard(), Reach.PUBLIC, Certificates.TRUSTED, Optional.empty(), COMMON_AGENT);
    }

    public CaptureSettings withLimits(CaptureLimits bounds) {
        return new CaptureSettings(bounds, reach, certificates, socks, agent);
    }

    public CaptureSettings withReach(Reach wider) {
        return new CaptureSettings(limits, wider, certificates, socks, agent);
    }

    public CaptureSettings withCertificates(Certificates accepted) {
        return new CaptureSettings(limits, reach, accepted, socks, agent);
    }

    public CaptureSettings withSocks(InetSocketAddress proxy) {
        return new CaptureSettings(limits, reach, certificates, Optional.of(proxy), agent);
    }

    public CaptureSettings withAgent(String name) {
        return new CaptureSettings(limits, reach, certificates, socks, name);
    }

    /** Which certificates of servers are accepted. */
    public enum Certificates {
        /** Those that the Java runtime trusts, for the host that was asked. */
        TRUSTED,
        /** Any: what is fetched may come from somebody else. */
        ANY
    }
}
