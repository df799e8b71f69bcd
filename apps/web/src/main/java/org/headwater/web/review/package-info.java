/**
 * Where people decide: one proposed statement after the other, by keyboard; undo of what was decided. Start at {@link
 * org.headwater.web.review.ReviewPage}.
 */
package org.headwater.web.review;
