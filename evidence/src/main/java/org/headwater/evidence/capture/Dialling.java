package org.headwater.evidence.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.headwater.evidence.capture.CaptureSettings.Certificates;

/**
 * Opens connections to addresses that may be contacted. A name is resolved once, its addresses are checked, and the
 * connection goes to one that was checked: a name that changes its mind in between (DNS rebinding) gains nothing.
 */
final class Dialling {
    private static final int CONNECT_MILLIS = 20_000;

    private final CaptureSettings settings;
    private final Names names;

    Dialling(CaptureSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /** Turns names into addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** An open connection; the caller closes its socket. */
    record Line(Socket socket, String host) {}

    /** Connects without encryption yet. */
    Line dial(URI address, Deadline deadline) throws IOException, CaptureRefusal {
        String host = WebAddress.host(address);
        int port = WebAddress.port(address);
        if (settings.socks().isPresent()) {
            return throughProxy(host, port, settings.socks().get(), deadline);
        }
        IOException last = new UnknownHostException(host);
        for (InetAddress each : allowed(host)) {
            Socket socket = deadline.watch(new Socket(Proxy.NO_PROXY));
            try {
                socket.connect(new InetSocketAddress(each, port), deadline.millis(CONNECT_MILLIS));
                return new Line(socket, each.getHostAddress());
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private List<InetAddress> allowed(String host) throws IOException, CaptureRefusal {
        List<InetAddress> found = List.of(names.resolve(host));
        for (InetAddress each : found) {
            if (!settings.reach().allows(each)) {
                throw new CaptureRefusal(host + " has the address " + each.getHostAddress()
                        + ", which is not on the public internet (to allow it: --allow-private)");
            }
        }
        return found;
    }

    /** The proxy resolves the name; an address that stands in the place of a name is checked here. */
    private Line throughProxy(String host, int port, InetSocketAddress proxy, Deadline deadline)
            throws IOException, CaptureRefusal {
        boolean numeric = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        String name = host.toLowerCase(Locale.ROOT);
        boolean local = name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local");
        if (numeric) {
            allowed(host);
        } else if (local && settings.reach() == Reach.PUBLIC) {
            throw new CaptureRefusal(host + " is a name of this network (to allow it: --allow-private)");
        }
        InetSocketAddress known = new InetSocketAddress(proxy.getHostString(), proxy.getPort());
        Socket socket = deadline.watch(new Socket(new Proxy(Proxy.Type.SOCKS, known)));
        try {
            socket.connect(InetSocketAddress.createUnresolved(host, port), deadline.millis(CONNECT_MILLIS));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new Line(socket, host);
    }

    /** Encrypts an open connection; whatever the server shows as its certificates is noted, also if it is refused. */
    SSLSocket encrypt(Line line, URI address, List<X509Certificate> shown, Deadline deadline) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new NotedTrust(settings.certificates(), shown)}, null);
            SSLSocket socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(line.socket(), WebAddress.host(address), WebAddress.port(address), true);
            SSLParameters parameters = socket.getSSLParameters();
            if (settings.certificates() == Certificates.TRUSTED) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            String host = WebAddress.host(address);
            if (host.indexOf(':') < 0 && !host.matches("[0-9.]+")) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(deadline.millis(CONNECT_MILLIS));
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new SSLException("this Java runtime cannot do TLS", e);
        }
    }

    /** Trusts as the runtime does, or everybody, and notes the chain. */
    private static final class NotedTrust extends X509ExtendedTrustManager {
        private final Certificates accepted;
        private final List<X509Certificate> shown;

        NotedTrust(Certificates accepted, List<X509Certificate> shown) {
            this.accepted = accepted;
            this.shown = shown;
        }

        private void note(X509Certificate[] chain) {
            shown.clear();
            shown.addAll(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws java.security.cert.CertificateException {
            note(chain);
            if (accepted == Certificates.TRUSTED) {
                RuntimeTrust.MANAGER.checkServerTrusted(chain, type, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine)
                throws java.security.cert.CertificateException {
            note(chain);
            if (accepted == Certificates.TRUSTED) {
                RuntimeTrust.MANAGER.checkServerTrusted(chain, type, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            note(chain);
            if (accepted == Certificates.TRUSTED) {
                RuntimeTrust.MANAGER.checkServerTrusted(chain, type);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("no client is served");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("no client is served");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            throw new java.security.cert.CertificateException("no client is served");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return RuntimeTrust.MANAGER.getAcceptedIssuers();
        }
    }
}
