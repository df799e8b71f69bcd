package org.headwater.reading.article;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The title of a web page taken apart: "Headline | Section | Outlet", "Headline - Outlet".
 *
 * @param headline the headline
 * @param outlet the site's name, if the title ends in one
 */
public record PageTitle(String headline, Optional<String> outlet) {
    private static final Pattern PARTS = Pattern.compile("\\s+[|–—·»-]\\s+|\\s*\\|\\s*|\\s*[_＿]\\s*(?=\\p{IsHan}+$)");

    /**
     * Takes a title apart.
     *
     * @param title the page's title
     * @param heading the first heading on the page; empty if there is none
     */
    public static PageTitle of(String title, String heading) {
        String[] parts = PARTS.split(title.strip(), -1);
        String last = parts[parts.length - 1].strip();
        String front = parts[0].strip();
        if (parts.length < 2 || last.isEmpty() || front.isEmpty()) {
            return new PageTitle(title.strip(), Optional.empty());
        }
        boolean headed = !heading.isBlank()
                && title.strip().startsWith(heading.strip())
                && !title.strip().endsWith(heading.strip());
        if (headed && Words.count(last) <= 6) {
            return new PageTitle(heading.strip(), Optional.of(Words.name(last)));
        }
        if (Words.isName(last)
                && (Words.isMedia(last) || Words.count(front) > Words.count(last))
                && !front.equals(heading.strip() + last)) {
            return new PageTitle(front, Optional.of(Words.name(last)));
        }
        return new PageTitle(title.strip(), Optional.empty());
    }
}
