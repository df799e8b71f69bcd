package org.headwater.web.map;

/**
 * A point on the earth.
 *
 * @param longitude degrees, east is positive
 * @param latitude degrees, north is positive
 */
record GeoPoint(double longitude, double latitude) {}
