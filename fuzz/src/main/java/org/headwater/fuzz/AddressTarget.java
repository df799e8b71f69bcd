package org.headwater.fuzz;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.headwater.evidence.capture.WebAddress;

/** An address is one that can be asked for in one line, or it is refused. */
public final class AddressTarget {
    private AddressTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        URI address;
        try {
            address = WebAddress.of(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            Broken.unless(e.getMessage() != null && !e.getMessage().isBlank(), "a refusal says why");
            return;
        }
        Broken.unless(address.getScheme().matches("https?"), "only pages are fetched");
        Broken.unless(address.getHost() != null && address.getRawUserInfo() == null, "a host and nothing secret");
        Broken.unless(address.getRawPath().startsWith("/"), "a path");
        Broken.unless(
                address.toString().chars().allMatch(c -> c > ' ' && c < 0x7f),
                "no sign that ends the line: " + address);
        Broken.unless(WebAddress.of(address.toString()).equals(address), "an address is its own: " + address);
    }
}
