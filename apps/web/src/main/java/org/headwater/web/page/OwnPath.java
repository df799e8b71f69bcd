package org.headwater.web.page;

/** A path to go back to that cannot lead to another host. */
public final class OwnPath {
    private OwnPath() {}

    /** The path if it is one of this server's, else the first page. */
    public static String of(String path) {
        boolean own = path.matches("/[A-Za-z0-9_.~%?&=+:,;-][A-Za-z0-9_./~%?&=+:,;-]*");
        return own ? path : "/";
    }
}
