package org.headwater.evidence.capture;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** The authorities that this Java runtime trusts. */
final class RuntimeTrust {
    static final X509ExtendedTrustManager MANAGER = find();

    private RuntimeTrust() {}

    private static X509ExtendedTrustManager find() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Cannot check certificates: no X.509 authorities"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot check certificates: no authorities can be read", e);
        }
    }
}
