package org.headwater.web;

import java.time.Duration;
import org.headwater.web.page.OwnPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the language that a reader chose, for a year, in a cookie that holds nothing else. */
@Controller
class LanguageChoice {
    @PostMapping("/language")
    ResponseEntity<Void> choose(@RequestParam("tag") String tag, @RequestParam("back") String back) {
        String known = ChosenLanguage.TAGS.contains(tag) ? tag : ChosenLanguage.TAGS.get(0);
        ResponseCookie cookie = ResponseCookie.from(ChosenLanguage.COOKIE, known)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Strict")
                .httpOnly(true)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, OwnPath.of(back))
                .build();
    }
}
