package org.headwater.evidence.timestamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/** Checks an authority's answer against the request and the digest it should be over. */
final class TokenCheck {
    private TokenCheck() {}

    /**
     * What an answer holds, its signature checked.
     *
     * @param root the trusted certificate its chain ends in, if any does
     */
    record Checked(Instant time, X509Certificate signer, Optional<X509Certificate> root, Sha256 sha256) {}

    /**
     * Checks an answer.
     *
     * @throws BrokenToken if it is none, or not to this request, or its signature does not hold
     */
    static Checked check(byte[] answer, byte[] request, Sha256 digest, Trust trust) throws BrokenToken {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(new TimeStampRequest(request));
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                String why = response.getStatusString();
                throw new BrokenToken("the authority refused: " + (why == null ? "no reason given" : why.strip()));
            }
            if (!token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !HexFormat.of()
                            .formatHex(token.getTimeStampInfo().getMessageImprintDigest())
                            .equals(digest.hex())) {
                throw new BrokenToken("it is over something else than " + digest);
            }
            return signed(token, Sha256.of(ContentHash.sha256().digest(answer)), trust);
        } catch (TSPException | IOException | OperatorCreationException | CertificateException e) {
            throw new BrokenToken(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (RuntimeException e) {
            // The library throws whatever comes to hand at bytes that are no ASN.1.
            throw new BrokenToken("it cannot be read: " + e.getMessage());
        }
    }

    private static Checked signed(TimeStampToken token, Sha256 sha256, Trust trust)
            throws TSPException, IOException, OperatorCreationException, CertificateException, BrokenToken {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            all.add(converter.getCertificate(each));
        }
        @SuppressWarnings("unchecked") // the token's own selector for its own kind of certificates
        List<X509CertificateHolder> signers =
                new ArrayList<>(token.getCertificates().getMatches(token.getSID()));
        if (signers.isEmpty()) {
            throw new BrokenToken("it lacks the certificate of its signer");
        }
        X509CertificateHolder signer = signers.get(0);
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        Instant time = token.getTimeStampInfo().getGenTime().toInstant();
        X509Certificate certificate = converter.getCertificate(signer);
        return new Checked(time, certificate, trust.root(certificate, all, time), sha256);
    }

    /** Why an answer is no timestamp. */
    static final class BrokenToken extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenToken(String why) {
            super(why);
        }
    }
}
