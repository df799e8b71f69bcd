/**
 * Bundles: a case, or some findings of it, as a BagIt bag (RFC 8493) that anybody can check without the case and without
 * this program. Start at {@link org.headwater.exchange.bag.BagExport} to write one, at {@link
 * org.headwater.exchange.bag.BagVerification} to check one, and at {@link org.headwater.exchange.bag.BagImport} to merge
 * one into another case.
 *
 * <p>Everything readable in a bundle is masked as every view of a case is. This package knows no screen and no store.
 */
package org.headwater.exchange.bag;
