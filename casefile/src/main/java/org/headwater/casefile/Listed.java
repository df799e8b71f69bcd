package org.headwater.casefile;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows what is on the page
 * @param total number of rows on all pages together
 */
public record Listed<T>(List<T> rows, long total) {
    public Listed {
        rows = List.copyOf(rows);
    }
}
