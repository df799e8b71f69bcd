package org.headwater.web.page;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a reader is in a list that is cut into pages.
 *
 * @param number this page, from 1
 * @param of number of pages, at least 1
 * @param total number of rows on all pages
 * @param before address of the page before; empty on the first
 * @param after address of the page after; empty on the last
 */
public record Sheets(long number, long of, long total, String before, String after) {

    /**
     * The place of a page.
     *
     * @param address address of the list with its filters
     * @param number page wanted, from 1
     * @param total number of rows
     * @param size rows on a page
     */
    public static Sheets at(String address, long number, long total, int size) {
        long of = Math.max(1, (total + size - 1) / size);
        long here = Math.min(Math.max(1, number), of);
        return new Sheets(
                here, of, total, here > 1 ? page(address, here - 1) : "", here < of ? page(address, here + 1) : "");
    }

    private static String page(String address, long number) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("page", number)
                .build()
                .toUriString();
    }
}
