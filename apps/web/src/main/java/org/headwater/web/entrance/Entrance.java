package org.headwater.web.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.headwater.web.WebSettings;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets in who shows a key, and cuts keys for further browsers. */
@Controller
class Entrance {
    private final Keys keys;
    private final WebSettings settings;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Entrance(Keys keys, WebSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * The one-time address. The page that answers goes on to the case by itself: a redirect would be taken for a visit from
     * elsewhere if the address was opened from another page, and the new session's cookie would be kept back.
     */
    @GetMapping("/enter")
    String enter(
            @RequestParam(name = "key", defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!keys.use(key)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return "locked";
        }
        // A session from before must not become one that is let in: somebody else may know it.
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                settings.who(), "", List.of(new SimpleGrantedAuthority("ROLE_ANALYST"))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return "entered";
    }

    @PostMapping("/keys")
    String cut(HttpServletRequest request, Model model) {
        model.addAttribute("address", "http://" + request.getHeader("Host") + "/enter?key=" + keys.cut());
        return "key";
    }
}
