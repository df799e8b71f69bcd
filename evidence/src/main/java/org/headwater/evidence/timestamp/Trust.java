package org.headwater.evidence.timestamp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that chains may end in: those this Java trusts, and those the users of the case named. */
final class Trust {
    private final Set<TrustAnchor> anchors;

    private Trust(Collection<X509Certificate> roots) {
        this.anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
    }

    /** Java's own and the given. */
    static Trust with(Collection<X509Certificate> named) throws IOException {
        List<X509Certificate> roots = new ArrayList<>(named);
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager known) {
                    roots.addAll(Arrays.asList(known.getAcceptedIssuers()));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot read the certificates that this Java trusts: " + e.getMessage(), e);
        }
        return new Trust(roots);
    }

    /** The certificates of a PEM file. */
    static List<X509Certificate> read(byte[] pem) throws IOException {
        try {
            List<X509Certificate> read = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .forEach(each -> read.add((X509Certificate) each));
            return read;
        } catch (GeneralSecurityException e) {
            throw new IOException("it holds no certificates in PEM form: " + e.getMessage(), e);
        }
    }

    /** The trusted certificate that the signer's chain ended in at a time, if it did. Revocation is not asked for. */
    Optional<X509Certificate> root(X509Certificate signer, Collection<X509Certificate> others, Instant at)
            throws IOException {
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            PKIXBuilderParameters way = new PKIXBuilderParameters(anchors, target);
            way.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            way.setRevocationEnabled(false);
            way.setDate(Date.from(at));
            PKIXCertPathBuilderResult found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(way);
            return Optional.of(found.getTrustAnchor().getTrustedCert());
        } catch (CertPathBuilderException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot follow the chain of a certificate: " + e.getMessage(), e);
        }
    }
}
