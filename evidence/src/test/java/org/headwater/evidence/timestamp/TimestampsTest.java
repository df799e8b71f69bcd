package org.headwater.evidence.timestamp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.timestamp.Stamp.State;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");
    private static final CustodyHead CHECKPOINT = new CustodyHead(12, new Sha256("ab".repeat(32)), 4711);

    @TempDir
    Path folder;

    private Stamp take(TestAuthority authority) throws IOException {
        Timestamps timestamps = Timestamps.of(folder);
        timestamps.want(CHECKPOINT, authority.address(), new SecureRandom());
        Timestamps.Wanted wanted = timestamps.pending().get(0);
        return timestamps.receive(
                wanted, new TimestampAuthority().ask(wanted.authority(), timestamps.request(wanted)), NOW);
    }

    private Stamp only(Instant now) throws IOException {
        List<Stamp> all = Timestamps.of(folder).all(now);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aStampOfATrustedAuthorityIsGoodAndStaysSoWithoutIt() throws Exception {
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            Timestamps.of(folder).trust(authority.rootPem(folder.resolve("root.pem")));
            Stamp stamp = take(authority);
            assertThat(stamp.state()).isEqualTo(State.GOOD);
            assertThat(stamp.token().orElseThrow().time()).isEqualTo(NOW);
            assertThat(stamp.token().orElseThrow().root()).contains("CN=Test root");
        }
        assertThat(only(NOW).state()).isEqualTo(State.GOOD);
        assertThat(only(LATER.plusSeconds(1)).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void aStampOfAnAuthorityThatNobodyNamedIsShownAsSuch() throws Exception {
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            assertThat(take(authority).state()).isEqualTo(State.UNTRUSTED);
            Timestamps.of(folder).trust(authority.rootPem(folder.resolve("root.pem")));
            assertThat(only(NOW).state()).isEqualTo(State.GOOD);
        }
    }

    @Test
    void whatIsNotAnsweredIsPendingAndCanBeAskedForAgain() throws Exception {
        Timestamps timestamps = Timestamps.of(folder);
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            timestamps.want(CHECKPOINT, authority.address(), new SecureRandom());
            assertThat(only(NOW).state()).isEqualTo(State.PENDING);
            Timestamps.Wanted wanted = timestamps.pending().get(0);
            byte[] answer = new TimestampAuthority().ask(wanted.authority(), timestamps.request(wanted));
            assertThat(timestamps.receive(wanted, answer, NOW).state()).isEqualTo(State.UNTRUSTED);
        }
        assertThat(timestamps.pending()).isEmpty();
    }

    @Test
    void anAuthorityThatIsNotThereIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> new TimestampAuthority().ask(URI.create("http://127.0.0.1:9/"), new byte[3]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TimestampAuthority.address("file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no address that begins with http");
    }

    @Test
    void anAnswerToAnotherRequestIsNotKept() throws Exception {
        Timestamps timestamps = Timestamps.of(folder);
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            timestamps.want(CHECKPOINT, authority.address(), new SecureRandom());
            timestamps.want(
                    new CustodyHead(13, new Sha256("cd".repeat(32)), 5000), authority.address(), new SecureRandom());
            List<Timestamps.Wanted> wanted = timestamps.pending();
            byte[] other = authority.answer(timestamps.request(wanted.get(1)));

            assertThat(timestamps.receive(wanted.get(0), other, NOW).state()).isEqualTo(State.BROKEN);
        }
        assertThat(timestamps.pending()).hasSize(2);
    }

    /** The number drawn by chance tells it from what somebody kept of an earlier answer. */
    @Test
    void anAnswerToAnEarlierRequestForTheSameDigestIsNotKept() throws Exception {
        Timestamps timestamps = Timestamps.of(folder);
        Timestamps earlier = Timestamps.of(Files.createDirectory(folder.resolve("earlier")));
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            timestamps.want(CHECKPOINT, authority.address(), new SecureRandom());
            earlier.want(CHECKPOINT, authority.address(), new SecureRandom());
            byte[] kept = authority.answer(earlier.request(earlier.pending().get(0)));

            assertThat(timestamps
                            .receive(timestamps.pending().get(0), kept, NOW)
                            .state())
                    .isEqualTo(State.BROKEN);
        }
    }

    @Test
    void aRequestAndItsAnswerInThePlaceOfAnotherEntrysAreBroken() throws Exception {
        Timestamps timestamps = Timestamps.of(folder);
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            timestamps.trust(authority.rootPem(folder.resolve("root.pem")));
            timestamps.want(
                    new CustodyHead(13, new Sha256("cd".repeat(32)), 5000), authority.address(), new SecureRandom());
            Timestamps.Wanted other = timestamps.pending().get(0);
            timestamps.receive(other, authority.answer(timestamps.request(other)), NOW);
            Path kept = folder.resolve("timestamps");
            String name = take(authority).name();
            for (String ending : List.of(".tsq", ".tsr")) {
                Files.copy(
                        kept.resolve(other.name() + ending),
                        kept.resolve(name + ending),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(timestamps.all(NOW))
                    .filteredOn(stamp -> stamp.name().equals(name))
                    .singleElement()
                    .satisfies(stamp -> assertThat(stamp.state()).isEqualTo(State.BROKEN))
                    .satisfies(stamp -> assertThat(stamp.message()).contains("it is over something else"));
        }
    }

    /** Whether a certificate held is asked of the time of the stamp, not of today. */
    @Test
    void aStampOutlivesTheCertificateOfItsSigner() throws Exception {
        Instant then = Instant.parse("2026-01-02T00:00:00Z");
        try (TestAuthority authority = TestAuthority.at(then, then.plusSeconds(60))) {
            Timestamps.of(folder).trust(authority.rootPem(folder.resolve("root.pem")));
            assertThat(take(authority).state()).isEqualTo(State.EXPIRED);
        }
    }

    @Test
    void aStampWhoseTimeOrSignatureWasChangedIsBroken() throws Exception {
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            Timestamps.of(folder).trust(authority.rootPem(folder.resolve("root.pem")));
            Path file = folder.resolve("timestamps/" + take(authority).name() + ".tsr");
            byte[] bytes = Files.readAllBytes(file);
            int time = new String(bytes, ISO_8859_1).indexOf("20260601120000");
            assertThat(time).isPositive();

            byte[] earlier = bytes.clone();
            earlier[time + 3] = '5';
            Files.write(file, earlier);
            assertThat(only(NOW).state()).isEqualTo(State.BROKEN);
            byte[] forged = bytes.clone();
            forged[bytes.length - 1] ^= 1;
            Files.write(file, forged);
            assertThat(only(NOW).state()).isEqualTo(State.BROKEN);
        }
    }

    /** Every byte of an answer that is not good any more is seen; some bytes of a chain may change without harm. */
    @Test
    void aChangedAnswerNeverCountsForAnotherDigestOrTime() throws Exception {
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            Timestamps.of(folder).trust(authority.rootPem(folder.resolve("root.pem")));
            Stamp stamp = take(authority);
            Path file = folder.resolve("timestamps/" + stamp.name() + ".tsr");
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i += 17) {
                byte[] changed = Arrays.copyOf(bytes, bytes.length);
                changed[i] ^= 1;
                Files.write(file, changed);
                Stamp now = only(NOW);
                if (now.state() == State.GOOD) {
                    assertThat(now.token().orElseThrow().time()).isEqualTo(NOW);
                    assertThat(now.token().orElseThrow().sha256())
                            .isNotEqualTo(stamp.token().orElseThrow().sha256());
                }
            }
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(only(NOW).state()).isEqualTo(State.BROKEN);
        }
    }

    @Test
    void opensslVerifiesWhatIsStored() throws Exception {
        try (TestAuthority authority = TestAuthority.at(Instant.parse("2026-06-01T12:00:00Z"), LATER)) {
            Path root = authority.rootPem(folder.resolve("root.pem"));
            Stamp stamp = take(authority);
            String tsr = folder.resolve("timestamps/" + stamp.name() + ".tsr").toString();

            assertThat(openssl(
                            "ts", "-verify", "-digest", stamp.digest().hex(), "-in", tsr, "-CAfile", root.toString()))
                    .contains("Verification: OK");
            assertThat(openssl("ts", "-verify", "-digest", "00".repeat(32), "-in", tsr, "-CAfile", root.toString()))
                    .contains("Verification: FAILED");
        }
    }

    @Test
    void whatOpensslStampsIsGood() throws Exception {
        try (TestAuthority authority = TestAuthority.at(NOW, LATER)) {
            Path root = authority.rootPem(folder.resolve("root.pem"));
            Path config = Files.writeString(folder.resolve("tsa.cnf"), """
                    [tsa]
                    default_tsa = here
                    [here]
                    serial = %1$s/serial
                    crypto_device = builtin
                    default_policy = 1.2.3.4.1
                    digests = sha256
                    signer_digest = sha256
                    accuracy = secs:1
                    ess_cert_id_alg = sha256
                    """.formatted(folder));
            Files.writeString(folder.resolve("serial"), "01\n");
            Timestamps timestamps = Timestamps.of(folder);
            timestamps.trust(root);
            timestamps.want(CHECKPOINT, authority.address(), new SecureRandom());
            Timestamps.Wanted wanted = timestamps.pending().get(0);
            Path answer = folder.resolve("answer.tsr");
            String said = openssl(
                    "ts",
                    "-reply",
                    "-config",
                    config.toString(),
                    "-section",
                    "here",
                    "-queryfile",
                    folder.resolve("timestamps/" + wanted.name() + ".tsq").toString(),
                    "-signer",
                    authority.certificatePem(folder.resolve("tsa.pem")).toString(),
                    "-inkey",
                    authority.keyPem(folder.resolve("tsa.key")).toString(),
                    "-chain",
                    root.toString(),
                    "-out",
                    answer.toString());
            assertThat(answer).as(said).exists();

            Stamp stamp = timestamps.receive(wanted, Files.readAllBytes(answer), NOW);
            assertThat(stamp.state()).as(stamp.message()).isEqualTo(State.GOOD);
        }
    }

    private static String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isIn(Set.of(0, 1));
        return said;
    }
}
