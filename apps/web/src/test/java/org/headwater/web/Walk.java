package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes wherever links lead. */
final class Walk {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern APART = Pattern.compile("/(static|jars)/.*|/documents/.*/original.*");
    private static final Pattern ID = Pattern.compile("(doc|f|en|st)_[0-9a-f]{20}");

    private Walk() {}

    /** What can be reached by links from these pages, by address; of pages of one sort, not more than this. */
    static Map<String, String> from(List<String> beginnings, Served.Reader reader, int ofOneSort)
            throws IOException, InterruptedException {
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, Integer> sorts = new HashMap<>();
        Set<String> known = new LinkedHashSet<>(beginnings);
        ArrayDeque<String> next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            String here = next.remove();
            HttpResponse<String> answer = reader.get(here);
            assertThat(answer.statusCode()).as(here).isIn(200, 302);
            pages.put(here, answer.body());
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String address = link.group(1).replace("&amp;", "&");
                if (!APART.matcher(address).matches()
                        && known.add(address)
                        && sorts.merge(sort(address), 1, Integer::sum) <= ofOneSort) {
                    next.add(address);
                }
            }
        }
        return pages;
    }

    /** The address without ids and filters. */
    static String sort(String address) {
        return ID.matcher(address.replaceAll("\\?.*", "")).replaceAll("$1_");
    }
}
