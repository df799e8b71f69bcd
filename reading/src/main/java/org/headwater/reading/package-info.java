/**
 * From bytes to {@link org.headwater.model.Document}s: one class for each format. Start at {@link
 * org.headwater.reading.DocumentReader}, which is given a {@link org.headwater.reading.Source} and hands back {@link
 * org.headwater.reading.Outcome}s: documents, further sources found inside (archive entries, attachments, captured
 * pages), or in a few words why there is nothing to read.
 *
 * <p>Nothing that a file holds makes a reader fail, hang, contact a host or write outside the folder for temporary
 * files: what is broken or hostile is an outcome with a {@link org.headwater.reading.Fault}, and everything is bounded by
 * {@link org.headwater.reading.ReadingLimits}. {@link org.headwater.reading.DocumentReader#apart} parses in processes of
 * its own, which bounds memory too. This package does not know what a case is, nor what documents say.
 */
package org.headwater.reading;
