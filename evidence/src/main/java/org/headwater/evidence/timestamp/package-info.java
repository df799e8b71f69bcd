/**
 * Timestamps (RFC 3161) over checkpoints of the custody log: what an authority that the user names signs to say that a
 * checkpoint, and so everything before it, was there at a time. Start at {@link
 * org.headwater.evidence.timestamp.Timestamps}, which keeps requests and answers in the folder of the case and checks them
 * without a network; {@link org.headwater.evidence.timestamp.TimestampAuthority} is the only thing that contacts anybody.
 *
 * <p>This package does not know what the checkpoints are about, nor which authorities deserve trust: that is for users.
 */
package org.headwater.evidence.timestamp;
