/**
 * Long work and how it goes: files that were added are taken in, decisions are worked in, originals are checked, one after
 * the other, while pages stay open. Start at {@link org.headwater.web.intake.Runs}.
 *
 * <p>What a stopped server left undone, the next one finds and finishes. It knows the case only as something that can take
 * in and settle.
 */
package org.headwater.web.intake;
