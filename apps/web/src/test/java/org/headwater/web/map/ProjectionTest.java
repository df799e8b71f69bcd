package org.headwater.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Projection WORLD = new Projection(-180, -90, 180, 90, 1_000);

    /** Width to height of the whole earth in Equal Earth, from the paper: 2.05458. */
    @Test
    void theEarthHasItsProportions() {
        assertThat(WORLD.width() / WORLD.height()).isEqualTo(2.05458, within(0.0005));
    }

    @Test
    void northIsUpAndEastIsRight() {
        Projection.Place amsterdam = WORLD.place(new GeoPoint(4.89, 52.37));
        Projection.Place capeTown = WORLD.place(new GeoPoint(18.42, -33.93));

        assertThat(amsterdam.y()).isLessThan(capeTown.y());
        assertThat(amsterdam.x()).isLessThan(capeTown.x());
        assertThat(WORLD.place(new GeoPoint(0, 0)).x()).isEqualTo(500, within(0.001));
    }

    @Test
    void placesAreKnownByCityAndByCountry() {
        assertThat(Outlines.shipped().of("geonames:2759794", "NL")).contains(new GeoPoint(4.89, 52.37));
        assertThat(Outlines.shipped().of("iso:FR", "FR")).hasValueSatisfying(point -> {
            assertThat(point.longitude()).isBetween(-2.0, 6.0);
            assertThat(point.latitude()).isBetween(44.0, 49.0);
        });
        assertThat(Outlines.shipped().of("somewhere", "")).isEmpty();
    }
}
