/**
 * What an article says about itself: title, outlet, byline, date and language, each with where it stands. Start at
 * {@link org.headwater.reading.article.PlainArticle} for lines of text and at {@link
 * org.headwater.reading.article.Languages} for the language. The rules are those of newspapers' habits; what an article
 * does not state stays unknown.
 *
 * <p>This package does not know formats: it is handed text.
 */
package org.headwater.reading.article;
