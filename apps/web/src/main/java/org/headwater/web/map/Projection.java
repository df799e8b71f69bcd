package org.headwater.web.map;

/**
 * A part of the earth on a sheet, in the Equal Earth projection: sizes of countries can be compared, which matters where
 * counts are shown on them.
 *
 * <p>Šavrič, Patterson, Jenny: The Equal Earth map projection, International Journal of Geographical Information Science
 * 33(3), 2019.
 *
 * @param west degrees
 * @param south degrees
 * @param east degrees
 * @param north degrees
 * @param width of the sheet, in its units
 */
record Projection(double west, double south, double east, double north, double width) {
    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;
    private static final double M = Math.sqrt(3) / 2;

    /** A place on the sheet. */
    record Place(double x, double y) {}

    /** Height of the sheet. */
    double height() {
        return (up(north) - up(south)) * scale();
    }

    private double scale() {
        double widest = south < 0 && north > 0 ? 0 : Math.abs(south) < Math.abs(north) ? south : north;
        return width / (right(east, widest) - right(west, widest));
    }

    private double right(double longitude, double latitude) {
        double centre = (west + east) / 2;
        double theta = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double squared = theta * theta;
        double sixth = squared * squared * squared;
        return Math.toRadians(longitude - centre)
                * Math.cos(theta)
                / (M * (A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared)));
    }

    private static double up(double latitude) {
        double theta = Math.asin(M * Math.sin(Math.toRadians(latitude)));
        double squared = theta * theta;
        double sixth = squared * squared * squared;
        return theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared));
    }

    /** Where a point of the earth lies on the sheet; beyond its edges for what is not on it. */
    Place place(GeoPoint point) {
        double scale = scale();
        return new Place(
                width / 2 + right(point.longitude(), point.latitude()) * scale,
                (up(north) - up(point.latitude())) * scale);
    }

    /** Whether the point is on the sheet. */
    boolean holds(GeoPoint point) {
        return point.longitude() >= west
                && point.longitude() <= east
                && point.latitude() >= south
                && point.latitude() <= north;
    }
}
