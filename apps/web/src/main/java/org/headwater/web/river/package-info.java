/**
 * The river of a finding: origins as springs on the left, the documents that carry what they know downstream to the right,
 * copies branching from what they copied, denials on the opposite bank. Start at {@link org.headwater.web.river.River}.
 *
 * <p>It turns a finding into places on a sheet and those into SVG that stands on its own. It knows no requests.
 */
package org.headwater.web.river;
