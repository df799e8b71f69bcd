package org.headwater.web.entrance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the controls visible by which a text can turn the direction of what stands around it, so that no name or sentence
 * reads as something it is not. Works on everything that is written as a page, one character for one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DirectionGuard extends OncePerRequestFilter {
    private static final char SIGN = '\uFFFD';

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Guarded(response));
    }

    /** Whether it turns the direction of text. */
    static boolean turns(int unit) {
        return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
    }

    private static final class Guarded extends HttpServletResponseWrapper {
        private PrintWriter writer;

        Guarded(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer == null) {
                writer = new PrintWriter(new GuardedWriter(super.getWriter()));
            }
            return writer;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (writer != null) {
                writer.flush();
            }
            super.flushBuffer();
        }
    }

    private static final class GuardedWriter extends FilterWriter {
        GuardedWriter(Writer out) {
            super(out);
        }

        @Override
        public void write(int unit) throws IOException {
            out.write(turns(unit) ? SIGN : unit);
        }

        @Override
        public void write(char[] units, int begin, int count) throws IOException {
            char[] safe = new char[count];
            for (int i = 0; i < count; i++) {
                char unit = units[begin + i];
                safe[i] = turns(unit) ? SIGN : unit;
            }
            out.write(safe, 0, count);
        }

        @Override
        public void write(String text, int begin, int count) throws IOException {
            write(text.toCharArray(), begin, count);
        }
    }
}
