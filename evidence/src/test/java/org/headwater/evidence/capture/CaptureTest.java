package org.headwater.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.headwater.evidence.capture.CaptureSettings.Certificates;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Real sockets to a server on this machine that answers as badly as servers can. */
class CaptureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final CaptureSettings SETTINGS = CaptureSettings.usual()
            .withReach(Reach.ANY)
            .withLimits(CaptureLimits.standard().withTime(Duration.ofSeconds(20)));
    private static final String PAGE = "<html><head><link rel=stylesheet href=/a.css></head><body>"
            + "<img src='b.png'><img srcset='c.png 1x, d.png 2x'><script src=e.js></script><p>Words.</p></body></html>";

    @TempDir
    private Path folder;

    private Captured capture(CaptureSettings settings, OneServer server, String path) throws IOException {
        return Capture.of(settings, CLOCK).page(server.at(path), folder.resolve("page.warc.gz"), Capture.View.none());
    }

    private Captured.Page page(CaptureSettings settings, OneServer server, String path) throws IOException {
        Captured captured = capture(settings, server, path);
        assertThat(captured).as(captured.message()).isInstanceOf(Captured.Page.class);
        return (Captured.Page) captured;
    }

    /** What each record says it is about, digests checked by the reader. */
    private List<String> records() throws IOException {
        List<String> all = new ArrayList<>();
        try (WarcReader warc = new WarcReader(folder.resolve("page.warc.gz"))) {
            warc.calculateBlockDigest();
            for (WarcRecord record : warc) {
                record.body().consume();
                assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
                all.add(record.type()
                        + (record instanceof WarcTargetRecord target
                                ? " " + target.target().replaceAll("^https?://[^/]*", "")
                                : ""));
            }
        }
        return all;
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> !name.matches("server.p12|keytool.log")))
                    .isEmpty();
        }
    }

    @Test
    void aPageIsKeptWithWhatItShows() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.page("/x/", "text/html", PAGE)
                    .page("/a.css", "text/css", "@import 'more.css'; body { background: url(\"f.png\") }")
                    .page("/more.css", "text/css", "")
                    .page("/f.png", "image/png", "f")
                    .page("/x/b.png", "image/png", "b")
                    .page("/x/c.png", "image/png", "c");

            Captured.Page page = page(SETTINGS, server, "/x/");

            assertThat(page.parts()).isEqualTo(5);
            assertThat(page.notes()).hasSize(1).first().asString().endsWith("/x/d.png answered 404");
            assertThat(page.payload())
                    .isEqualTo(Sha256.of(ContentHash.sha256().digest(PAGE.getBytes(StandardCharsets.UTF_8))));
            assertThat(records())
                    .containsExactly(
                            "warcinfo",
                            "response /x/",
                            "request /x/",
                            "response /a.css",
                            "request /a.css",
                            "response /x/b.png",
                            "request /x/b.png",
                            "response /x/c.png",
                            "request /x/c.png",
                            "response /x/d.png",
                            "request /x/d.png",
                            "response /more.css",
                            "request /more.css",
                            "response /f.png",
                            "request /f.png");
        }
    }

    @Test
    void noMorePartsAreFetchedThanTheBound() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.page("/x/", "text/html", PAGE)
                    .page("/a.css", "text/css", "@import 'more.css';")
                    .page("/x/b.png", "image/png", "b")
                    .page("/x/c.png", "image/png", "c");

            Captured.Page page = page(SETTINGS.withLimits(SETTINGS.limits().withParts(2)), server, "/x/");

            assertThat(page.parts()).isEqualTo(2);
            assertThat(page.notes())
                    .containsExactly("3 pictures and styles were left out: there are more than 2 (the bound)");
            assertThat(records()).doesNotContain("response /x/c.png", "response /more.css");
        }
    }

    /** Each answer is far below its own bound. */
    @Test
    void aPageWhosePartsAreTooMuchTogetherIsRefused() throws IOException {
        try (OneServer server = OneServer.plain()) {
            StringBuilder pictures = new StringBuilder("<html><body>");
            for (int i = 0; i < 10; i++) {
                pictures.append("<img src='").append(i).append(".png'>");
                server.page("/" + i + ".png", "image/png", "x".repeat(20_000));
            }
            server.page("/", "text/html", pictures.toString());
            CaptureSettings narrow = SETTINGS.withLimits(
                    SETTINGS.limits().withAnswerBytes(50_000).withTotalBytes(100_000));

            Captured.Page page = page(narrow, server, "/");

            assertThat(page.notes()).anyMatch(note -> note.contains("more than 100000 bytes (the bound)"));
            assertThat(records()).doesNotContain("response /9.png");
        }
    }

    @Test
    void whatWentOverTheLineIsKeptByteForByte() throws IOException {
        List<String> lines = List.of(
                "HTTP/1.1 200 Fine",
                "X-Odd:   yes ",
                "Content-type: text/plain",
                "Transfer-Encoding: chunked",
                "",
                "4;x=y",
                "Word",
                "2",
                "s.",
                "0",
                "X-After: 1",
                "",
                "");
        String answer = String.join("\r\n", lines);
        try (OneServer server = OneServer.plain()) {
            server.answering("/", answer);
            page(SETTINGS, server, "/");
        }
        try (WarcReader warc = new WarcReader(folder.resolve("page.warc.gz"))) {
            List<String> blocks = new ArrayList<>();
            for (WarcRecord record : warc) {
                if (record instanceof WarcResponse || record instanceof WarcRequest) {
                    blocks.add(new String(record.body().stream().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertThat(blocks).hasSize(2).first().isEqualTo(answer);
            assertThat(blocks.get(1)).startsWith("GET / HTTP/1.1\r\nHost: 127.0.0.1:");
        }
    }

    @Test
    void redirectsAreKeptAndNoCookieIsSentBack() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.redirect("/a", "/b?x=1")
                    .redirect("/b?x=1", server.at("/c").toString())
                    .page("/c", "text/plain", "Words.");

            Captured.Page page = page(SETTINGS, server, "/a");

            assertThat(page.answered().getPath()).isEqualTo("/c");
            assertThat(records()).contains("response /a", "response /b?x=1", "response /c");
            assertThat(server.asked())
                    .hasSize(3)
                    .allSatisfy(asked -> assertThat(asked).doesNotContainIgnoringCase("cookie"));
        }
    }

    @Test
    void aCircleOfRedirectsIsRefused() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.redirect("/a", "/b").redirect("/b", "/a");
            assertThat(capture(SETTINGS, server, "/a"))
                    .isInstanceOf(Captured.Refused.class)
                    .satisfies(refused -> assertThat(refused.message()).contains("in a circle"));
            nothingIsLeft();
        }
    }

    @Test
    void redirectsWithoutEndAreRefused() throws IOException {
        try (OneServer server = OneServer.plain()) {
            for (int i = 0; i < 20; i++) {
                server.redirect("/" + i, "/" + (i + 1));
            }
            assertThat(capture(SETTINGS, server, "/0").message()).contains("redirects more than 10 times");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:alert(1)", "http://"
            })
    void aRedirectToWhatIsNoPageIsRefused(String to) throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.redirect("/", to);
            assertThat(capture(SETTINGS, server, "/").message()).contains("which cannot be fetched");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 999999999", "Transfer-Encoding: chunked", "X-No-Length: 1"})
    void aHugeAnswerIsRefused(String header) throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.answering("/", out -> {
                out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                byte[] piece = header.contains("chunked")
                        ? ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII)
                        : "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(piece);
                }
            });
            CaptureSettings small = SETTINGS.withLimits(SETTINGS.limits().withAnswerBytes(100_000));
            assertThat(capture(small, server, "/"))
                    .isInstanceOf(Captured.Refused.class)
                    .satisfies(refused -> assertThat(refused.message()).contains("more than 100000 bytes"));
            nothingIsLeft();
        }
    }

    @Test
    void aBombInsideIsNoPage() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 3_000; i++) {
                gzip.write(new byte[1024]);
            }
        }
        try (OneServer server = OneServer.plain()) {
            server.answering("/", out -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(packed.toByteArray());
            });
            CaptureSettings small = SETTINGS.withLimits(SETTINGS.limits().withAnswerBytes(100_000));
            assertThat(capture(small, server, "/").message()).contains("unpacks to more than 20 times");
        }
    }

    @Test
    void aHeaderWithoutEndIsRefused() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.answering("/", out -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 1_000_000; i++) {
                    out.write(("X-" + i + ": x\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            });
            assertThat(capture(SETTINGS, server, "/").message()).contains("its header has more than");
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatNeverEndsIsCutOff() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.answering("/", out -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                for (int i = 0; i < 100_000; i++) {
                    out.write('x');
                    out.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                }
            });
            CaptureSettings hasty = SETTINGS.withLimits(SETTINGS.limits().withTime(Duration.ofMillis(400)));
            assertThat(capture(hasty, server, "/"))
                    .isInstanceOf(Captured.Refused.class)
                    .satisfies(refused -> assertThat(refused.message()).contains("longer than 400 milliseconds"));
            nothingIsLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnever\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
            })
    void aBrokenAnswerFails(String answer) throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.answering("/", answer);
            assertThat(capture(SETTINGS, server, "/")).isInstanceOf(Captured.Failed.class);
            nothingIsLeft();
        }
    }

    @Test
    void whatIsNotThereIsKeptAsThat() throws IOException {
        try (OneServer server = OneServer.plain()) {
            Captured.Page page = page(SETTINGS, server, "/gone");
            assertThat(page.isGone()).isTrue();
            assertThat(records()).contains("response /gone");
        }
    }

    @Test
    void theServersCertificateIsKept() throws IOException, InterruptedException, GeneralSecurityException {
        try (OneServer server = OneServer.encrypted(folder)) {
            server.page("/", "text/plain", "Words.");
            assertThat(capture(SETTINGS, server, "/"))
                    .isInstanceOf(Captured.Failed.class)
                    .satisfies(failed -> assertThat(failed.message()).contains("cannot be trusted"));
            nothingIsLeft();

            Captured.Page page = page(SETTINGS.withCertificates(Certificates.ANY), server, "/");

            assertThat(page.certificate()).isPresent();
            assertThat(records()).containsExactly("warcinfo", "response /", "request /", "metadata /");
        }
    }

    @Test
    void theValidatorOfJwarcFindsNothingWrong() throws IOException, InterruptedException {
        try (OneServer server = OneServer.plain()) {
            server.page("/", "text/html", "<img src=/a.png>").page("/a.png", "image/png", "a");
            page(SETTINGS, server, "/");
        }
        Path log = folder.resolve("log");
        Process validator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.netpreserve.jwarc.tools.ValidateTool",
                        "-v",
                        folder.resolve("page.warc.gz").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(validator.waitFor()).isZero();
        assertThat(Files.readString(log))
                .contains("payload digest pass")
                .doesNotContain("ERROR")
                .doesNotContain("fail");
    }

    @Test
    void aNameThatTurnsIntoAnAddressInsideIsRefused() throws IOException {
        try (OneServer server = OneServer.plain()) {
            server.page("/", "text/plain", "Secrets of the house.");
            AtomicInteger asked = new AtomicInteger();
            Capture capture = Capture.of(CaptureSettings.usual(), CLOCK, host -> {
                asked.incrementAndGet();
                return new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getLoopbackAddress()};
            });
            Captured captured = capture.page(
                    WebAddress.of("http://rebind.example:" + server.port() + "/"),
                    folder.resolve("page.warc.gz"),
                    Capture.View.none());
            assertThat(captured)
                    .isInstanceOf(Captured.Refused.class)
                    .satisfies(refused ->
                            assertThat(refused.message()).contains("rebind.example has the address 127.0.0.1"));
            assertThat(asked).as("a name is resolved once").hasValue(1);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void partsAndRedirectsInsideAreRefusedToo() throws IOException {
        try (OneServer server = OneServer.plain();
                OneServer inside = OneServer.plain()) {
            inside.page("/x.png", "image/png", "x");
            server.page("/", "text/html", "<img src='http://inside.example:" + inside.port() + "/x.png'>");
            // The first name may be contacted, because the reach is told so by the resolver's answer alone.
            Capture capture = Capture.of(SETTINGS, CLOCK, host -> {
                if (host.equals("inside.example")) {
                    throw new java.net.UnknownHostException(host);
                }
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
            Captured captured = capture.page(
                    WebAddress.of("http://outside.example:" + server.port() + "/"),
                    folder.resolve("page.warc.gz"),
                    Capture.View.none());
            assertThat(((Captured.Page) captured).notes()).hasSize(1);
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void behindAProxyNoNameIsResolvedHere() throws IOException {
        try (OneProxy proxy = OneProxy.start();
                OneServer server = OneServer.plain()) {
            server.page("/", "text/plain", "Words.");
            proxy.sendsTo(server.port());
            Capture capture = Capture.of(
                    CaptureSettings.usual()
                            .withSocks(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())),
                    CLOCK,
                    host -> {
                        throw new AssertionError("resolved here: " + host);
                    });
            Captured captured = capture.page(
                    WebAddress.of("http://somewhere.example/"), folder.resolve("page.warc.gz"), Capture.View.none());
            assertThat(captured).as(captured.message()).isInstanceOf(Captured.Page.class);
            assertThat(proxy.asked()).containsExactly("somewhere.example:80");
            assertThat(capture.page(
                                    WebAddress.of("http://localhost/"),
                                    folder.resolve("page.warc.gz"),
                                    Capture.View.none())
                            .message())
                    .contains("is a name of this network");
            Captured inside = Capture.of(
                            CaptureSettings.usual()
                                    .withSocks(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())),
                            CLOCK)
                    .page(WebAddress.of("http://127.0.0.1/"), folder.resolve("page.warc.gz"), Capture.View.none());
            assertThat(inside.message()).contains("127.0.0.1, which is not on the public internet");
            assertThat(proxy.asked()).as("the proxy").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.0.8",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "fec0::1",
                "100::1"
            })
    void theseAddressesAreNotPublic(String address) throws IOException {
        assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700::1111",
                "64:ff9b::808:808"
            })
    void theseAre(String address) throws IOException {
        assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "file:///etc/passwd",
                "http://",
                "http://ann:secret@post.example/",
                "http://a b/",
                "https://x:99999/"
            })
    void theseAreNoAddresses(String typed) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> WebAddress.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot capture");
    }

    @Test
    void addressesAreSentAsTheyMustBe() {
        assertThat(WebAddress.of(" HTTPS://Bücher.example/ä b?q=é#part ").toString())
                .isEqualTo("https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9");
        assertThat(WebAddress.of("http://post.example/%e4%bd%a0?a=50%&b=%20").toString())
                .isEqualTo("http://post.example/%e4%bd%a0?a=50%25&b=%20");
        assertThat(WebAddress.of("http://post.example").toString()).isEqualTo("http://post.example/");
    }
}
