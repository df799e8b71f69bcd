package org.headwater.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.CaseException;
import org.headwater.web.WebServer;
import org.headwater.web.WebSettings;

/**
 * How fast every page of a case answers after warm-up, how much CPU that takes (of the whole process: the client, compilers and
 * the collector are in it), and how much memory: {@code PagesBenchmark CASE}. The baseline is a page that reads nothing of the case, which is what HTTP, security and templates alone cost.
 */
public final class PagesBenchmark {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 40;
    private static final OperatingSystemMXBean CPU = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final WebServer server;

    private PagesBenchmark(WebServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, CaseException {
        WebSettings settings =
                new WebSettings(Path.of(arguments[0]), Clock.systemUTC(), "benchmark", 0, System.err::println);
        try (WebServer server = WebServer.start(settings)) {
            new PagesBenchmark(server).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        get(server.oneTimeAddress().toString());
        List<String> findings = links("/findings", "/findings/f_[0-9a-f]+");
        findings.addAll(links("/findings?page=200", "/findings/f_[0-9a-f]+"));
        List<String> documents = links("/documents?page=1000", "/documents/doc_[0-9a-f]+");
        List<String> names = links("/names", "/names/en_[0-9a-f]+");
        System.out.printf(Locale.ROOT, "%-44s %8s %8s %8s %8s%n", "page", "p50 ms", "p95 ms", "max ms", "CPU ms");
        for (List<String> page : List.of(
                List.of("/static/headwater.css"),
                List.of("/"),
                List.of("/findings"),
                List.of("/findings?page=200"),
                List.of("/findings?trait=one-origin&sort=latest"),
                List.of("/findings?country=NL&trait=waiting"),
                List.of("/findings?words=ros&kind=site"),
                findings,
                documents,
                names,
                List.of("/responses"),
                List.of("/timeline"),
                List.of("/map"),
                List.of("/map?region=europe&kind=site"),
                List.of("/network"),
                List.of("/documents?page=1000"),
                List.of("/search?q=rosrosros"),
                List.of("/search?q=places"),
                List.of("/review"),
                List.of("/review?kind=response"),
                List.of("/review/names"),
                List.of("/names"),
                List.of("/names?words=ros"),
                List.of("/files"),
                List.of("/custody"))) {
            measure(page);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "heap in use %,d MB; %s%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                Files.exists(Path.of("/proc/self/status"))
                        ? Files.readAllLines(Path.of("/proc/self/status")).stream()
                                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                                .toList()
                        : "");
    }

    private List<String> links(String page, String pattern) throws IOException, InterruptedException {
        Matcher matcher = Pattern.compile("href=\"(" + pattern + ")\"").matcher(get(page));
        List<String> links = new ArrayList<>();
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }

    private void measure(List<String> pages) throws IOException, InterruptedException {
        if (pages.isEmpty()) {
            return;
        }
        for (int i = 0; i < WARM_UP; i++) {
            get(pages.get(i % pages.size()));
        }
        double[] taken = new double[ROUNDS];
        long worked = CPU.getProcessCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            get(pages.get(i % pages.size()));
            taken[i] = (System.nanoTime() - began) / 1e6;
        }
        worked = CPU.getProcessCpuTime() - worked;
        Arrays.sort(taken);
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.1f %8.1f %8.1f %8.1f%n",
                pages.size() == 1 ? pages.get(0) : pages.get(0).replaceAll("[^/]*$", "…"),
                taken[ROUNDS / 2],
                taken[(int) (ROUNDS * 0.95)],
                taken[ROUNDS - 1],
                worked / 1e6 / ROUNDS);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("Cannot measure " + path + ": it answers " + answer.statusCode());
        }
        return answer.body();
    }
}
