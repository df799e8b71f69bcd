/**
 * Full-text search with the words found marked, in any script. Start at {@link org.headwater.web.search.SearchPage}.
 */
package org.headwater.web.search;
