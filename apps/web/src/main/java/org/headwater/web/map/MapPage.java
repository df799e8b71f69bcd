package org.headwater.web.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headwater.casefile.Holdings;
import org.headwater.codebook.Kind;
import org.headwater.codebook.SlotType;
import org.headwater.model.SlotValue;
import org.headwater.web.page.Countries;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Places of findings on a map that is drawn here: no tile is fetched from anywhere. */
@Controller
class MapPage {
    private static final double WIDTH = 1_000;
    private static final double NEAR = 26;
    private static final int LISTED_MOST = 200;
    private static final int NAMED_MOST = 6;

    private final OpenCase open;
    private final Map<Region, String> land = new ConcurrentHashMap<>();

    MapPage(OpenCase open) {
        this.open = open;
    }

    /** A part of the earth that can be looked at. */
    enum Region {
        WORLD(-170, -56, 190, 78),
        EUROPE(-25, 34, 45, 71),
        ASIA(45, -12, 150, 56),
        AFRICA(-20, -36, 55, 38),
        AMERICAS(-170, -56, -30, 72),
        OCEANIA(108, -48, 180, 2);

        private final double west;
        private final double south;
        private final double east;
        private final double north;

        Region(double west, double south, double east, double north) {
            this.west = west;
            this.south = south;
            this.east = east;
            this.north = north;
        }

        Projection projection() {
            return new Projection(west, south, east, north, WIDTH);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Places that lie too close to be told apart at this size. */
    record Cluster(double x, double y, double radius, long findings, long denied, String label, String address) {}

    /** A place as a line of the list beside the map. */
    record Line(String name, String country, long findings, long origins, long denied, String from, String address) {}

    @GetMapping("/map")
    String show(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "region", defaultValue = "world") String region,
            @RequestParam(name = "until", defaultValue = "") String until,
            Model model,
            Locale locale) {
        Holdings holdings = open.holdings();
        Optional<String> ofKind = open.codebook().kind(kind).map(Kind::name);
        List<String> months = List.copyOf(holdings.months(ofKind).keySet());
        Optional<String> month = Optional.of(until)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .filter(step -> step < months.size() - 1)
                .map(months::get);
        Region shown = Arrays.stream(Region.values())
                .filter(each -> each.word().equals(region))
                .findFirst()
                .orElse(Region.WORLD);
        List<Holdings.Spot> spots = holdings.places(ofKind, month);
        model.addAttribute("land", land.computeIfAbsent(shown, MapPage::land));
        model.addAttribute("height", Math.round(shown.projection().height()));
        model.addAttribute("clusters", clusters(spots, shown.projection(), kind));
        model.addAttribute("lines", lines(spots, kind, locale));
        model.addAttribute(
                "unplaced", spots.stream().filter(spot -> point(spot).isEmpty()).count());
        model.addAttribute(
                "regions", Arrays.stream(Region.values()).map(Region::word).toList());
        model.addAttribute("region", shown.word());
        model.addAttribute("kinds", kinds());
        model.addAttribute("kind", ofKind.orElse(""));
        model.addAttribute("steps", Math.max(0, months.size() - 1));
        model.addAttribute("step", month.map(months::indexOf).orElse(Math.max(0, months.size() - 1)));
        String last = months.isEmpty() ? "" : months.get(months.size() - 1);
        model.addAttribute("month", Moments.month(month.orElse(last), locale));
        return "map";
    }

    private List<Kind> kinds() {
        return open.codebook().kinds().stream()
                .filter(kind -> kind.slots().stream()
                        .anyMatch(slot -> slot.type() == SlotType.PLACE || slot.type() == SlotType.COUNTRY))
                .toList();
    }

    private static SlotValue.Place place(Holdings.Spot spot) {
        return new SlotValue.Place(
                spot.name(),
                Optional.of(spot.country()).filter(code -> !code.isEmpty()),
                Optional.of(spot.id()),
                spot.name());
    }

    private static Optional<GeoPoint> point(Holdings.Spot spot) {
        return Outlines.shipped().of(spot.id(), spot.country());
    }

    private static String address(Holdings.Spot spot, String kind) {
        return "/findings?place=" + java.net.URLEncoder.encode(spot.id(), java.nio.charset.StandardCharsets.UTF_8)
                + (kind.isEmpty()
                        ? ""
                        : "&kind=" + java.net.URLEncoder.encode(kind, java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<Line> lines(List<Holdings.Spot> spots, String kind, Locale locale) {
        return spots.stream()
                .limit(LISTED_MOST)
                .map(spot -> new Line(
                        open.words().slots().place(place(spot)),
                        spot.country().isEmpty() ? "" : Countries.name(spot.country(), locale),
                        spot.findings(),
                        spot.origins(),
                        spot.denied(),
                        spot.from(),
                        address(spot, kind)))
                .toList();
    }

    /** Those of most findings first; what lies near one of them is counted with it. */
    private List<Cluster> clusters(List<Holdings.Spot> spots, Projection projection, String kind) {
        Map<Projection.Place, List<Holdings.Spot>> groups = new LinkedHashMap<>();
        for (Holdings.Spot spot : spots) {
            Optional<GeoPoint> point = point(spot).filter(projection::holds);
            if (point.isEmpty()) {
                continue;
            }
            Projection.Place place = projection.place(point.get());
            groups.keySet().stream()
                    .filter(other -> Math.hypot(other.x() - place.x(), other.y() - place.y()) < NEAR)
                    .findFirst()
                    .ifPresentOrElse(
                            near -> groups.get(near).add(spot),
                            () -> groups.put(place, new ArrayList<>(List.of(spot))));
        }
        List<Cluster> clusters = new ArrayList<>();
        groups.forEach((place, members) -> clusters.add(cluster(place, members, kind)));
        return clusters;
    }

    private Cluster cluster(Projection.Place place, List<Holdings.Spot> members, String kind) {
        long findings = members.stream().mapToLong(Holdings.Spot::findings).sum();
        Holdings.Spot first = members.get(0);
        List<String> names = members.stream()
                .limit(NAMED_MOST)
                .map(spot -> open.words().slots().place(place(spot)))
                .toList();
        boolean sameCountry = members.stream().allMatch(each -> each.country().equals(first.country()));
        String address = members.size() == 1 || !sameCountry || first.country().isEmpty()
                ? address(first, kind)
                : "/findings?country=" + first.country() + (kind.isEmpty() ? "" : "&kind=" + kind);
        return new Cluster(
                place.x(),
                place.y(),
                Math.min(30, 8 + 3.2 * Math.sqrt((double) findings)),
                findings,
                members.stream().mapToLong(Holdings.Spot::denied).sum(),
                String.join(", ", names) + (members.size() > NAMED_MOST ? " …" : ""),
                address);
    }

    /** All land of a region as one path. */
    private static String land(Region region) {
        Projection projection = region.projection();
        StringBuilder path = new StringBuilder();
        Outlines.shipped().countries().values().stream().flatMap(List::stream).forEach(ring -> {
            boolean near = ring.stream().anyMatch(projection::holds);
            if (near) {
                for (int i = 0; i < ring.size(); i++) {
                    Projection.Place place = projection.place(ring.get(i));
                    path.append(i == 0 ? 'M' : 'L')
                            .append(String.format(Locale.ROOT, "%.1f %.1f", place.x(), place.y()));
                }
                path.append('Z');
            }
        });
        return path.toString();
    }
}
