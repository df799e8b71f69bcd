package org.headwater.web.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headwater.casefile.words.Dates;
import org.headwater.model.DerivationKind;
import org.headwater.model.PartialDate;

/**
 * A river as SVG. One row a document, so that every name can be read; time runs from left to right, one column for each
 * day on which something was published. Colours are given as attributes, which a page's styles override: the same drawing
 * stands alone as a file and follows the dark scheme in a page.
 */
public final class RiverDrawing {
    static final int WIDTH = 1120;
    private static final int SPRINGS_X = 204;
    private static final int FIRST_X = 292;
    private static final int LAST_X = 862;
    private static final int ROW = 28;
    private static final int HEADING = 40;
    private static final int LABEL_MOST = 28;
    private static final int NAME_MOST = 22;
    private static final int NAME_LINE = 15;

    /** How a stream without a spring stands to the others. */
    private static final String CIRCULAR = "circular";

    private static final double THINNEST = 2.5;
    private static final double WIDEST = 13;

    /** The few words of the drawing that are not the finding's own. */
    public record Legend(String springs, String time, String undated, String denied, String circular, String more) {}

    private final River river;
    private final Legend legend;
    private final Dates dates;
    private final List<PartialDate> days;
    private final boolean hasUndated;
    private final long mostTaken;
    private final StringBuilder streams = new StringBuilder();
    private final StringBuilder points = new StringBuilder();
    private int y = 46;

    private RiverDrawing(River river, Legend legend, Dates dates) {
        this.dates = dates;
        this.river = river;
        this.legend = legend;
        TreeSet<PartialDate> sorted = new TreeSet<>();
        all(river).flatMap(carrier -> carrier.date().stream()).forEach(sorted::add);
        this.days = List.copyOf(sorted);
        this.hasUndated = all(river).anyMatch(carrier -> carrier.date().isEmpty());
        this.mostTaken =
                Math.max(1, all(river).mapToLong(River.Carrier::taken).max().orElse(1));
    }

    private static Stream<River.Carrier> all(River river) {
        Stream<River.Carrier> circular = river.bands().stream().flatMap(band -> band.circular().stream());
        return Stream.concat(
                circular,
                Stream.concat(river.bands().stream().flatMap(band -> band.springs().stream()), river.denials().stream())
                        .flatMap(spring -> spring.carriers().stream()));
    }

    /** The drawing as an SVG element with everything it needs. */
    public static String of(River river, Legend legend, Dates dates) {
        return new RiverDrawing(river, legend, dates).draw();
    }

    private String draw() {
        for (River.Band band : river.bands()) {
            heading(band);
            band.springs().forEach(spring -> spring(spring, band.standing()));
            if (!band.circular().isEmpty()) {
                spring(new River.Spring(legend.circular(), "", "", band.circular()), CIRCULAR);
            }
        }
        if (!river.denials().isEmpty()) {
            bank();
            river.denials().forEach(spring -> spring(spring, "denial"));
        }
        if (river.hidden() > 0) {
            text(FIRST_X, y + 14, "river-faint", "#5a6472", legend.more());
            y += ROW;
        }
        int height = y + 16;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " class=\"river\" role=\"group\" aria-labelledby=\"river-title\""
                        + " font-family=\"system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC',"
                        + " 'Microsoft YaHei', sans-serif\" font-size=\"13\">",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append("<title id=\"river-title\">").append(escaped(river.title())).append("</title>");
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"river-sheet\" width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>",
                WIDTH,
                height));
        axis(svg, height);
        return svg.append(streams).append(points).append("</svg>").toString();
    }

    private void axis(StringBuilder svg, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"river-faint\" fill=\"#5a6472\" x=\"%d\" y=\"18\" text-anchor=\"end\">%s</text>",
                SPRINGS_X,
                escaped(legend.springs())));
        double free = 0;
        for (int i = 0; i < days.size(); i++) {
            double x = x(Optional.of(days.get(i)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"river-day\" stroke=\"#e3e7ec\" x1=\"%.1f\" x2=\"%.1f\" y1=\"26\" y2=\"%d\"/>",
                    x,
                    x,
                    height - 8));
            if (x >= free) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text class=\"river-faint\" fill=\"#5a6472\" font-size=\"12\" x=\"%.1f\" y=\"18\""
                                + " text-anchor=\"middle\">%s</text>",
                        x,
                        escaped(dates.of(days.get(i)))));
                free = x + 86;
            }
        }
        if (hasUndated) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"river-faint\" fill=\"#5a6472\" font-size=\"12\" x=\"%.1f\" y=\"18\""
                            + " text-anchor=\"middle\">%s</text>",
                    x(Optional.empty()),
                    escaped(legend.undated())));
        }
    }

    private double x(Optional<PartialDate> date) {
        int columns = days.size() + (hasUndated ? 1 : 0);
        int column = date.map(days::indexOf).orElse(days.size());
        return columns <= 1 ? (FIRST_X + LAST_X) / 2.0 : FIRST_X + column * (double) (LAST_X - FIRST_X) / (columns - 1);
    }

    private void heading(River.Band band) {
        y += 8;
        points.append(String.format(
                Locale.ROOT,
                "<line class=\"river-band\" stroke=\"#c9d1da\" x1=\"12\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                WIDTH - 12,
                y,
                y));
        points.append(String.format(
                Locale.ROOT,
                "<text class=\"river-value\" fill=\"#16202c\" font-weight=\"600\" x=\"12\" y=\"%d\">%s"
                        + "<tspan class=\"river-faint\" fill=\"#5a6472\" font-weight=\"400\" dx=\"10\">%s</tspan></text>",
                y + 20,
                escaped(cut(band.value(), 90)),
                escaped(band.when())));
        y += HEADING - 8;
    }

    /** The opposite bank: what is said against it stands there, as large as what is said. */
    private void bank() {
        y += 14;
        StringBuilder wave = new StringBuilder("M12 " + y);
        for (int x = 12; x < WIDTH - 12; x += 40) {
            wave.append(" q10 -6 20 0 t20 0");
        }
        points.append("<path class=\"river-bank\" fill=\"none\" stroke=\"#b4481e\" stroke-opacity=\"0.55\" d=\"")
                .append(wave)
                .append("\"/>");
        points.append(String.format(
                Locale.ROOT,
                "<text class=\"river-denial\" fill=\"#9a3a12\" font-weight=\"600\" x=\"12\" y=\"%d\">%s</text>",
                y + 24,
                escaped(legend.denied())));
        y += HEADING;
    }

    private void spring(River.Spring spring, String standing) {
        boolean denial = standing.equals("denial");
        int first = y + ROW / 2;
        int rows = Math.max(1, spring.carriers().size());
        double middle = first + (Math.min(rows, 3) - 1) * ROW / 2.0;
        List<double[]> places = new ArrayList<>();
        for (River.Carrier carrier : spring.carriers()) {
            double[] place = {x(carrier.date()), y + ROW / 2.0};
            double[] from = carrier.parent() >= 0 && carrier.parent() < places.size()
                    ? places.get(carrier.parent())
                    : new double[] {SPRINGS_X + 14, middle};
            stream(from, place, carrier, standing);
            carrier(place, carrier, denial);
            places.add(place);
            y += ROW;
        }
        boolean circular = standing.equals(CIRCULAR);
        String colour = denial ? "#9a3a12" : circular ? "#6b5200" : "#0b6e6e";
        points.append(circular ? ring(middle) : spring(middle, colour, denial));
        points.append("<title>")
                .append(escaped(spring.name() + (spring.kind().isEmpty() ? "" : " (" + spring.kind() + ")")))
                .append("</title>");
        name(spring, colour, middle, rows > 1);
        points.append("</g>");
        y += 6;
    }

    /** On two lines if one is too short for it; what kind of origin it is stands below where there is room. */
    private void name(River.Spring spring, String colour, double middle, boolean isRoomy) {
        List<String> lines = lines(spring.name());
        boolean hasKind = isRoomy && !spring.kind().isEmpty();
        double line = middle + 4 - (lines.size() - 1 + (hasKind ? 1 : 0)) * NAME_LINE / 2.0;
        for (String each : lines) {
            points.append(String.format(
                    Locale.ROOT,
                    "<text fill=\"%s\" font-weight=\"600\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    colour,
                    SPRINGS_X - 6,
                    line,
                    escaped(each)));
            line += NAME_LINE;
        }
        if (hasKind) {
            points.append(String.format(
                    Locale.ROOT,
                    "<text class=\"river-faint\" fill=\"#5a6472\" font-size=\"12\" x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>",
                    SPRINGS_X - 6,
                    line,
                    escaped(spring.kind())));
        }
    }

    private static List<String> lines(String name) {
        String first = cut(name, NAME_MOST);
        if (first.equals(name)) {
            return List.of(name);
        }
        int space = name.lastIndexOf(' ', first.length() - 1);
        int end = space > 0 ? space : first.length() - 1;
        return List.of(name.substring(0, end), cut(name.substring(end).strip(), NAME_MOST));
    }

    private static String spring(double middle, String colour, boolean denial) {
        return String.format(
                Locale.ROOT,
                "<g class=\"%s\"><circle fill=\"%s\" fill-opacity=\"0.16\" cx=\"%d\" cy=\"%.1f\" r=\"13\"/>"
                        + "<circle fill=\"%s\" cx=\"%d\" cy=\"%.1f\" r=\"6\"/>",
                denial ? "river-denial" : "river-spring",
                colour,
                SPRINGS_X + 14,
                middle,
                colour,
                SPRINGS_X + 14,
                middle);
    }

    /** No spring: an empty ring that turns into itself. */
    private static String ring(double middle) {
        return String.format(
                Locale.ROOT,
                "<g class=\"river-circular\"><path class=\"river-ring\" fill=\"none\" stroke=\"#6b5200\" stroke-width=\"2.5\""
                        + " d=\"M%d %.1f a10 10 0 1 1 -4 -7 m0 0 l-6 1 m6 -1 l1 -6\"/>",
                SPRINGS_X + 24,
                middle);
    }

    private void stream(double[] from, double[] to, River.Carrier carrier, String standing) {
        double width = carrier.taken() == 0
                ? THINNEST
                : Math.max(THINNEST + 1, WIDEST * Math.sqrt(carrier.taken() / (double) mostTaken));
        double bend = Math.max(24, Math.abs(to[0] - from[0]) / 2);
        boolean translated =
                carrier.kind().filter(DerivationKind.TRANSLATION::equals).isPresent();
        String colour = switch (standing) {
            case "denial" -> "#c96a3f";
            case "conflicting", CIRCULAR -> "#b58a1c";
            case "current" -> "#3f78b5";
            default -> "#8aa5c2";
        };
        streams.append(String.format(
                Locale.ROOT,
                "<path class=\"stream %s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"0.62\" stroke-linecap=\"round\""
                        + " stroke-width=\"%.1f\"%s d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f\"/>",
                standing,
                colour,
                width,
                translated ? " stroke-dasharray=\"2 7\"" : standing.equals(CIRCULAR) ? " stroke-dasharray=\"5 4\"" : "",
                from[0],
                from[1],
                from[0] + bend,
                from[1],
                Math.max(from[0], to[0] - bend),
                to[1],
                to[0],
                to[1]));
    }

    private void carrier(double[] place, River.Carrier carrier, boolean denial) {
        String date = carrier.date().map(dates::of).orElse(legend.undated());
        points.append("<a class=\"river-carrier\" href=\"/documents/")
                .append(escaped(carrier.document()))
                .append("#")
                .append(escaped(carrier.statement()))
                .append("\" data-who=\"")
                .append(escaped(carrier.label() + ", " + date))
                .append("\" data-how=\"")
                .append(escaped(carrier.how()))
                .append("\" data-sentence=\"")
                .append(escaped(carrier.sentence()))
                .append("\"><title>")
                .append(escaped(carrier.label() + ", " + date + ": “" + carrier.sentence() + "”"))
                .append("</title>");
        // A wide, unseen target, so that a name is easily met with a finger.
        points.append(String.format(
                Locale.ROOT,
                "<rect class=\"river-target\" fill=\"#ffffff\" fill-opacity=\"0\" x=\"%.1f\" y=\"%.1f\" width=\"250\""
                        + " height=\"%d\" rx=\"4\"/><circle class=\"%s\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"1.5\""
                        + " cx=\"%.1f\" cy=\"%.1f\" r=\"5.5\"/>",
                place[0] - 10,
                place[1] - ROW / 2.0 + 1,
                ROW - 2,
                denial ? "river-dot denial" : "river-dot",
                denial ? "#9a3a12" : "#1f4e82",
                place[0],
                place[1]));
        points.append(String.format(
                Locale.ROOT,
                "<text class=\"river-label\" fill=\"#16202c\" stroke=\"#ffffff\" stroke-width=\"3.5\" stroke-linejoin=\"round\""
                        + " paint-order=\"stroke\" x=\"%.1f\" y=\"%.1f\">%s</text></a>",
                place[0] + 11,
                place[1] + 4.5,
                escaped(cut(carrier.label(), LABEL_MOST))));
    }

    private void text(double x, double top, String style, String fill, String words) {
        points.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" fill=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style,
                fill,
                x,
                top,
                escaped(words)));
    }

    /** Wide characters take the room of two. */
    private static String cut(String text, int most) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += Character.isIdeographic(point) ? 2 : 1;
            if (used > most) {
                return kept.toString().strip() + "…";
            }
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    // What turns the direction of text, and what XML cannot hold, is shown as a sign instead.
                    boolean unfit = Character.getType(point) == Character.FORMAT
                            || (Character.isISOControl(point) && !Character.isWhitespace(point))
                            || Character.getType(point) == Character.SURROGATE;
                    safe.appendCodePoint(unfit ? '\uFFFD' : point);
                }
            }
        });
        return safe.toString();
    }
}
