/**
 * Fetches pages that a user names and keeps them as web archives (WARC 1.0, ISO 28500, and WACZ): what was asked and
 * answered, byte for byte, with redirects, addresses and certificates. Start at {@link
 * org.headwater.evidence.capture.Capture}.
 *
 * <p>It contacts only the hosts of the page and of the pictures, styles and fonts that it names, and by default only on
 * addresses of the public internet. It runs no scripts, keeps and sends no cookies, and knows neither cases nor documents.
 */
package org.headwater.evidence.capture;
