package org.headwater.web;

import java.net.URI;
import java.util.Map;
import org.headwater.casefile.CaseException;
import org.headwater.web.entrance.Keys;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.OpenCase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Serves one case to browsers on this machine until it is closed. It listens on the loopback address only, and only who
 * opens a one-time address gets in.
 */
public final class WebServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final OpenCase open;
    private final Keys keys;

    private WebServer(ServletWebServerApplicationContext context, OpenCase open, Keys keys) {
        this.context = context;
        this.open = open;
        this.keys = keys;
    }

    /**
     * Opens the case and starts to serve it.
     *
     * @throws CaseException refused if there is no case in the folder or the port is taken
     */
    public static WebServer start(WebSettings settings) throws CaseException {
        // Libraries would print to the terminal that the user works in.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        OpenCase open = OpenCase.open(settings);
        Keys keys = Keys.of(settings.clock());
        SpringApplication application = new SpringApplication(WebPages.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(properties(settings, open));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
            context.registerBean(WebSettings.class, () -> settings);
            context.registerBean(OpenCase.class, () -> open);
            context.registerBean(Keys.class, () -> keys);
        });
        try {
            ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) application.run();
            return new WebServer(context, open, keys);
        } catch (PortInUseException e) {
            open.close();
            throw CaseException.refused("Cannot serve case " + settings.folder() + ": port " + e.getPort()
                    + " is taken (choose another with --port, or let the system choose)");
        }
    }

    private static Map<String, Object> properties(WebSettings settings, OpenCase open) {
        return Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", settings.port()),
                Map.entry("server.tomcat.threads.max", 16),
                Map.entry("server.tomcat.threads.min-spare", 2),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("server.servlet.session.cookie.name", "headwater-" + open.mark()),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.servlet.session.timeout", "12h"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.compression.enabled", false),
                Map.entry("spring.main.keep-alive", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.thymeleaf.prefix", "classpath:/org/headwater/web/pages/"),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("spring.servlet.multipart.max-file-size", "2GB"),
                Map.entry("spring.servlet.multipart.max-request-size", "4GB"),
                Map.entry("spring.servlet.multipart.file-size-threshold", "1MB"),
                Map.entry("server.tomcat.max-http-form-post-size", "2MB"),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.log-resolved-exception", false));
    }

    /** Where it listens, such as {@code http://127.0.0.1:8470/}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + "/");
    }

    /** A new address that lets one browser in, once. */
    public URI oneTimeAddress() {
        return address().resolve("enter?key=" + keys.cut());
    }

    /** Stops serving. A run in progress ends after the work in hand; nothing that was done is lost. */
    @Override
    public void close() {
        context.getBean(Runs.class).stop();
        context.close();
        open.close();
    }
}
