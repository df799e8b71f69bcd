package org.headwater.evidence.capture;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address on the web as people type it, and as it is sent. */
public final class WebAddress {
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int LONGEST = 4_000;

    private WebAddress() {}

    /**
     * Reads what a person typed or a page names.
     *
     * @throws IllegalArgumentException if it is no http or https address, naming the fault
     */
    public static URI of(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            throw invalid(
                    text.substring(0, 60) + "…", "it has " + text.length() + " characters (at most " + LONGEST + ")");
        }
        if (!text.regionMatches(true, 0, "http://", 0, 7) && !text.regionMatches(true, 0, "https://", 0, 8)) {
            throw invalid(text, "only http:// and https:// can be fetched");
        }
        try {
            URI uri = new URI(encoded(ascii(text.split("#", 2)[0])));
            if (uri.getHost() == null) {
                throw invalid(text, "it names no host");
            }
            if (uri.getRawUserInfo() != null) {
                throw invalid(text, "it holds a user name, which would be kept for all to read");
            }
            if (uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw invalid(text, "its port is " + uri.getPort());
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            URI address = new URI(URI.create(uri.getScheme().toLowerCase(Locale.ROOT)
                            + "://"
                            + uri.getHost().toLowerCase(Locale.ROOT)
                            + port
                            + path
                            + query)
                    .toASCIIString());
            if (address.toString().length() > LONGEST) {
                throw invalid(
                        text.substring(0, Math.min(60, text.length())) + "…",
                        "encoded it has more than " + LONGEST + " characters");
            }
            return address;
        } catch (URISyntaxException e) {
            throw invalid(text, "it is no address (" + e.getReason() + ")");
        }
    }

    /** The address, if it is one that can be fetched. */
    static Optional<URI> readable(String address) {
        try {
            return Optional.of(of(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a page at one address means by another, if that can be fetched (RFC 3986, section 5). */
    static Optional<URI> resolve(URI base, String named) {
        String reference = encoded(named.strip());
        try {
            // The JDK resolves a bare query as RFC 2396 did.
            URI resolved = reference.startsWith("?")
                    ? new URI(base.getScheme(), base.getRawAuthority(), base.getPath(), null, null)
                    : base.resolve(new URI(reference));
            return readable(reference.startsWith("?") ? resolved + reference : resolved.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address with its host in the form that the domain name system has. */
    private static String ascii(String text) {
        int begin = text.indexOf("://") + 3;
        int end = begin;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(begin, end);
        boolean plain = authority.chars().allMatch(c -> c < 128);
        try {
            return plain ? text : text.substring(0, begin) + IDN.toASCII(authority) + text.substring(end);
        } catch (IllegalArgumentException e) {
            throw invalid(text, "its host is no name");
        }
    }

    /** What cannot stand in an address, encoded (RFC 3986, section 2); what is encoded already stays as it is. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x7f && (Character.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0)) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        return STRAY_PERCENT.matcher(encoded).replaceAll("%25");
    }

    /** The host without the brackets of a numeric address. */
    static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException("Cannot capture " + text + ": " + why);
    }
}
