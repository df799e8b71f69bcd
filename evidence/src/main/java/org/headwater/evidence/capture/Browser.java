package org.headwater.evidence.capture;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headwater.evidence.PassphraseSource;

/**
 * Takes pictures of pages with a Chromium that is installed. It runs the page's scripts, so the page can see that it is
 * looked at; it reaches the network only through a proxy that holds to the settings of the capture, with a profile that is
 * thrown away.
 */
public final class Browser implements Capture.View {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Duration TIME = Duration.ofSeconds(60);

    private final Path program;
    private final CaptureSettings settings;

    private Browser(Path program, CaptureSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    /**
     * The browser found in these folders.
     *
     * @param path folders, as the variable {@code PATH} has them
     * @return empty if none of them has one
     */
    public static Optional<Browser> on(String path, CaptureSettings settings) {
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, settings));
    }

    @Override
    public Optional<byte[]> of(URI address) throws IOException {
        Path work = Files.createTempDirectory("headwater-view-");
        Path picture = work.resolve("view.png");
        try (Deadline deadline = Deadline.in(TIME);
                GuardingProxy proxy =
                        GuardingProxy.start(new Dialling(settings, InetAddress::getAllByName), deadline)) {
            ProcessBuilder builder = new ProcessBuilder(command(address, work, picture, proxy.port()))
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("log").toFile());
            // A page that is looked at has no business with the passphrase of the case.
            builder.environment().remove(PassphraseSource.VARIABLE);
            Process process = builder.start();
            if (!process.waitFor(TIME.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("the browser took longer than " + TIME.toSeconds() + " seconds");
            }
            if (!Files.exists(picture)) {
                throw new IOException("the browser ended with " + process.exitValue() + " and made none");
            }
            return Optional.of(Files.readAllBytes(picture));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            remove(work);
        }
    }

    private List<String> command(URI address, Path work, Path picture, int port) {
        List<String> command = new java.util.ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--disable-extensions",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                "--hide-scrollbars",
                "--window-size=1280,2400",
                "--virtual-time-budget=8000",
                "--user-agent=" + settings.agent(),
                "--user-data-dir=" + work.resolve("profile"),
                "--proxy-server=http://127.0.0.1:" + port,
                "--proxy-bypass-list=<-loopback>",
                "--screenshot=" + picture));
        if (System.getProperty("user.name").equals("root")) {
            // Chromium refuses to sandbox itself for root.
            command.add("--no-sandbox");
        }
        if (settings.certificates() == CaptureSettings.Certificates.ANY) {
            command.add("--ignore-certificate-errors");
        }
        command.add(address.toString());
        return command;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
            // A browser that is still ending takes its own files away at the same time.
            return;
        }
    }
}
