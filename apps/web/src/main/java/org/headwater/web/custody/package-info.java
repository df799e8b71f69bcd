/**
 * The custody log, and a check of everything the case keeps. Start at {@link org.headwater.web.custody.CustodyPage}.
 */
package org.headwater.web.custody;
