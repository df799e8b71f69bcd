package org.headwater.evidence.timestamp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority for tests: a root, a certificate it gave, and an address on this machine that stamps whatever it is sent. */
final class TestAuthority implements AutoCloseable {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyPair rootKey = pair();
    private final KeyPair key = pair();
    private final X509CertificateHolder root;
    private final X509CertificateHolder certificate;
    private final HttpServer server;
    private final Date time;

    private TestAuthority(Instant time, Instant ends) throws Exception {
        this.time = Date.from(time);
        X500Name rootName = new X500Name("CN=Test root");
        ContentSigner rootSigner = new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate());
        this.root = new JcaX509v3CertificateBuilder(
                        rootName,
                        BigInteger.ONE,
                        Date.from(FROM),
                        Date.from(Instant.parse("2046-01-01T00:00:00Z")),
                        rootName,
                        rootKey.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .build(rootSigner);
        this.certificate = new JcaX509v3CertificateBuilder(
                        rootName,
                        BigInteger.TWO,
                        Date.from(FROM),
                        Date.from(ends),
                        new X500Name("CN=Test authority"),
                        key.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(rootSigner);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer;
            try {
                answer = answer(exchange.getRequestBody().readAllBytes());
            } catch (Exception e) {
                throw new IOException("the test authority could not stamp", e);
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** An authority that says it is this time, with a certificate that ends then. */
    static TestAuthority at(Instant time, Instant ends) throws Exception {
        return new TestAuthority(time, ends);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    byte[] answer(byte[] request) throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4.1"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
        return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
                .generate(new TimeStampRequest(request), BigInteger.TEN, time)
                .getEncoded();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsr");
    }

    Path rootPem(Path file) throws IOException {
        return pem(file, root);
    }

    Path certificatePem(Path file) throws IOException {
        return pem(file, certificate);
    }

    Path keyPem(Path file) throws IOException {
        return pem(file, new PemObject("PRIVATE KEY", key.getPrivate().getEncoded()));
    }

    private static Path pem(Path file, Object what) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(what);
        }
        return Files.writeString(file, text.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
