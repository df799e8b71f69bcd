package org.headwater.web.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that were addressed to this machine by one of its own names. A page elsewhere whose name is made to
 * point here (DNS rebinding) sends that name, and gets nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostCheck extends OncePerRequestFilter {
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOwn(request.getHeader("Host"), request.getLocalPort())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(421);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print("Cannot answer: this server is reached as http://127.0.0.1 only.");
        }
    }

    private static boolean isOwn(String host, int port) {
        if (host == null) {
            return false;
        }
        String end = ":" + port;
        return host.endsWith(end)
                && OWN.contains(host.substring(0, host.length() - end.length()).toLowerCase(Locale.ROOT));
    }
}
