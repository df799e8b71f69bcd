package org.headwater.web.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.headwater.codebook.gazetteer.Gazetteer;

/**
 * Where countries and cities lie, from files within the jar: outlines from Natural Earth, cities from GeoNames. Loaded once,
 * when first asked for; safe to share between threads.
 */
final class Outlines {
    private final Map<String, List<List<GeoPoint>>> countries = new TreeMap<>();
    private final Map<String, GeoPoint> middles = new ConcurrentHashMap<>();
    private final Map<String, GeoPoint> cities = new HashMap<>();

    private Outlines() {
        for (String line : lines("outlines.tsv")) {
            String[] parts = line.split("\t", 2);
            List<List<GeoPoint>> rings = new ArrayList<>();
            for (String ring : parts[1].split("\\|", -1)) {
                List<GeoPoint> points = new ArrayList<>();
                for (String point : ring.split(" ", -1)) {
                    String[] degrees = point.split(",", -1);
                    points.add(new GeoPoint(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])));
                }
                rings.add(points);
            }
            countries.put(parts[0], rings);
        }
        for (String line : lines("coordinates.tsv.gz")) {
            String[] parts = line.split("\t", -1);
            cities.put(
                    "geonames:" + parts[0], new GeoPoint(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
    }

    private static List<String> lines(String name) {
        try (InputStream in = Outlines.class.getResourceAsStream(name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + name + " from the jar", e);
        }
    }

    /** The outlines within the jar. */
    static Outlines shipped() {
        return Shipped.OUTLINES;
    }

    /** Rings of land by ISO 3166-1 alpha-2 code. */
    Map<String, List<List<GeoPoint>>> countries() {
        return countries;
    }

    /** Where a place lies: a city by its id, a country at its capital, else at the middle of its largest land. */
    Optional<GeoPoint> of(String place, String country) {
        Optional<GeoPoint> city = Optional.ofNullable(cities.get(place));
        if (city.isPresent() || country.isEmpty()) {
            return city;
        }
        return Optional.ofNullable(countries.get(country))
                .map(rings -> middles.computeIfAbsent(country, code -> middle(rings)))
                .or(() -> Gazetteer.shipped().capitalOf(country).map(capital -> cities.get(capital.id())));
    }

    private static GeoPoint middle(List<List<GeoPoint>> rings) {
        List<GeoPoint> largest = rings.get(0);
        for (List<GeoPoint> ring : rings) {
            if (Math.abs(area(ring)) > Math.abs(area(largest))) {
                largest = ring;
            }
        }
        double twice = 0;
        double longitude = 0;
        double latitude = 0;
        for (int i = 0; i + 1 < largest.size(); i++) {
            GeoPoint one = largest.get(i);
            GeoPoint next = largest.get(i + 1);
            double cross = one.longitude() * next.latitude() - next.longitude() * one.latitude();
            twice += cross;
            longitude += (one.longitude() + next.longitude()) * cross;
            latitude += (one.latitude() + next.latitude()) * cross;
        }
        return twice == 0 ? largest.get(0) : new GeoPoint(longitude / (3 * twice), latitude / (3 * twice));
    }

    private static double area(List<GeoPoint> ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            twice += ring.get(i).longitude() * ring.get(i + 1).latitude()
                    - ring.get(i + 1).longitude() * ring.get(i).latitude();
        }
        return twice / 2;
    }

    /** Loaded with its class, hence once and safely. */
    private static final class Shipped {
        static final Outlines OUTLINES = new Outlines();
    }
}
