package org.headwater.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.CaseException;
import org.headwater.web.page.Missing;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong into a page that says what, and for the user's own mistakes how to mend it. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Mishaps {
    private final WebSettings settings;
    private final MessageSource messages;
    private static final Pattern DECIDED_ON =
            Pattern.compile("/(review|findings|names|documents)/(st|f|en|doc)_[0-9a-f]{20}");

    private final Frame frame;

    Mishaps(WebSettings settings, MessageSource messages, Frame frame) {
        this.settings = settings;
        this.frame = frame;
        this.messages = messages;
    }

    @ExceptionHandler(CaseException.class)
    String refused(
            CaseException refusal,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        int status = switch (refusal.result()) {
            case REFUSED -> refusal.getMessage().startsWith("Already decided") ? 409 : 422;
            case FAILED -> 500;
            case UNKNOWN -> 503;
        };
        response.setStatus(status);
        return page(refusal.getMessage(), model, request, locale);
    }

    @ExceptionHandler(Missing.class)
    String missing(
            Missing missing, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return page(
                messages.getMessage("mishap.missing", new Object[] {missing.getMessage()}, locale),
                model,
                request,
                locale);
    }

    /** The edge of the program: whatever else happens must not end in a blank page, and is told to who runs it. */
    @ExceptionHandler(Exception.class)
    ModelAndView anything(Exception fault, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (response.isCommitted()) {
            // The reader has gone away in the middle of an answer, as from a page that listens for news.
            return new ModelAndView();
        }
        ModelMap model = new ModelMap();
        String key = "mishap.request";
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            response.setStatus(known.getStatusCode().value());
        } else {
            key = "mishap.fault";
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
            StackTraceElement[] frames = fault.getStackTrace();
            settings.faults()
                    .accept("A page could not be shown: " + fault
                            + (frames.length == 0 ? "" : " (at " + frames[0] + ")"));
        }
        model.addAttribute("frame", frame.frame(request, locale));
        model.addAttribute("message", messages.getMessage(key, new Object[0], locale));
        return new ModelAndView("mishap", model);
    }

    /** Where what was to be decided on can be looked at again; empty if the request was no decision. */
    private static String back(HttpServletRequest request) {
        Matcher page = DECIDED_ON.matcher(request.getRequestURI());
        boolean isDecision = request.getMethod().equals("POST");
        return isDecision && request.getRequestURI().startsWith("/review/names/")
                ? "/review/names"
                : isDecision && page.lookingAt() ? page.group() : "";
    }

    private String page(String message, Model model, HttpServletRequest request, Locale locale) {
        model.addAttribute("frame", frame.frame(request, locale));
        model.addAttribute("message", message);
        model.addAttribute("back", back(request));
        return "mishap";
    }
}
