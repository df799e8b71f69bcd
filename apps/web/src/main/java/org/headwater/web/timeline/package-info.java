/**
 * Findings in the order of the time they speak of. Start at {@link org.headwater.web.timeline.TimelinePage}.
 */
package org.headwater.web.timeline;
