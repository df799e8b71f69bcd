package org.headwater.web;

import java.util.Locale;
import org.headwater.web.page.Language;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything the server is made of. Only what is used is configured, which keeps its start short. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
class WebPages implements WebMvcConfigurer {
    private static final String JARS = "classpath:/META-INF/resources/webjars/";

    /** Styles and scripts, ours and those from jars. They change with the program only. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl briefly = CacheControl.noCache();
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/org/headwater/web/static/")
                .setCacheControl(briefly);
        registry.addResourceHandler("/jars/htmx/**")
                .addResourceLocations(JARS + "htmx.org/2.0.10/dist/")
                .setCacheControl(briefly);
        registry.addResourceHandler("/jars/cytoscape/**")
                .addResourceLocations(JARS + "cytoscape/3.33.1/dist/")
                .setCacheControl(briefly);
    }

    @Bean
    MessageSource messageSource() {
        return Language.messages();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLanguage(Locale.ENGLISH);
    }
}
