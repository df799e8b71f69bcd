package org.headwater.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.WrittenForm;
import org.headwater.model.Attribution;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityKind;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.NameMention;
import org.headwater.model.PartialDate;
import org.headwater.model.Polarity;
import org.headwater.model.Sha256;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;

/**
 * Makes a case of many documents with three statements each, as if they had been read, and settles it: {@code LargeCase
 * FOLDER DOCUMENTS}. Reading them for real would take hours and is measured elsewhere; names, lineage and findings are
 * worked out by the product itself. One in ten documents is a reprint. Same arguments, same case.
 */
public final class LargeCase {
    private static final String[] COUNTRIES = {
        "NL", "DE", "ES", "IT", "FR", "IE", "GB", "PT", "HU", "CZ", "SE", "CA", "US", "CL", "AR", "BR", "NG", "ZA",
        "JP", "KR"
    };
    private static final String[] ACTIONS = {"investigate", "order-closure", "closed", "statement", "monitor", "summon"
    };
    private static final String[] SYLLABLES = {
        "ba", "do", "fen", "gor", "hal", "jin", "kel", "lom", "mar", "nev", "ost", "pra", "quil", "ros", "sten", "tor",
        "ulm", "vek", "wys", "zan"
    };

    /** Of the claims with this number, one in so many is a denial instead, of no certain place: a thousand or so. */
    private static final String DENIED = "33";

    private static final int DENIALS_ONE_IN = 5;
    private static final int DENIAL = 3;

    private final Random random = new Random(11);
    private final List<String> texts = new ArrayList<>();
    private final Connection connection;

    private LargeCase(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws IOException, CaseException, SQLException {
        Path folder = Path.of(arguments[0]);
        int documents = Integer.parseInt(arguments[1]);
        CaseSettings settings = CaseSettings.usual(Clock.systemUTC(), "benchmark");
        Case.openOrCreate(folder, settings).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("case.db"))) {
            connection.setAutoCommit(false);
            new LargeCase(connection).fill(documents);
            connection.commit();
        }
        long began = System.nanoTime();
        try (Case made = Case.open(folder, settings)) {
            made.view();
            System.out.printf(
                    Locale.ROOT,
                    "%,d documents settled in %.0f s: %s%n",
                    documents,
                    (System.nanoTime() - began) / 1e9,
                    made.holdings().tally());
        }
    }

    private void fill(int documents) throws SQLException {
        try (PreparedStatement item = connection.prepareStatement("insert into item values (?,?,?,?,?,?,?,?)");
                PreparedStatement document = connection.prepareStatement(
                        "insert into document (id,item,part,file,reader,text,facts) values (?,?,?,?,?,?,?)");
                PreparedStatement reading = connection.prepareStatement(
                        "insert into reading (document,codebook,statements,names) values (?,?,?,?)")) {
            for (int i = 0; i < documents; i++) {
                Made made = make(i);
                fill(
                        item,
                        made.document.item().value(),
                        made.sha256,
                        "text/plain",
                        (long) made.document.text().length(),
                        made.document.file(),
                        "2026-11-01T00:00:00Z",
                        made.document.file(),
                        "benchmark");
                fill(
                        document,
                        made.document.id().value(),
                        made.document.item().value(),
                        "",
                        made.document.file(),
                        made.document.reader(),
                        made.document.text(),
                        facts(made.document));
                fill(
                        reading,
                        made.document.id().value(),
                        "transnational-policing@1",
                        WrittenForm.json(made.statements).toString(),
                        WrittenForm.json(made.names).toString());
            }
        }
    }

    private static void fill(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
        row.executeUpdate();
    }

    private record Facts(
            Known<String> title,
            Known<String> outlet,
            Known<String> byline,
            Known<PartialDate> published,
            Known<String> language,
            Known<String> address) {}

    private static String facts(Document document) {
        return WrittenForm.json(new Facts(
                        document.title(),
                        document.outlet(),
                        document.byline(),
                        document.published(),
                        document.language(),
                        document.address()))
                .toString();
    }

    private record Made(Document document, String sha256, List<Statement> statements, List<NameMention> names) {}

    private Made make(int number) {
        boolean reprint = number > 10 && random.nextInt(10) == 0;
        String text = reprint ? texts.get(random.nextInt(Math.min(texts.size(), 2_000))) : article();
        if (texts.size() < 2_000) {
            texts.add(text);
        }
        String sha256 = Sha256.of(ContentHash.sha256().digest((number + text).getBytes(StandardCharsets.UTF_8)))
                .hex();
        ItemId item = new ItemId("it_" + sha256.substring(0, 20));
        String file = String.format(Locale.ROOT, "made-%06d.txt", number);
        String outlet = "The " + name(random.nextInt(400)) + " Post";
        PartialDate published = PartialDate.of(LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_400)));
        DocumentId id = Document.idOf(item, "", "text@1");
        Document document = new Document(
                id,
                item,
                file,
                "",
                text,
                Known.of(text.substring(0, text.indexOf('\n')), "first line"),
                Known.of(outlet, "made"),
                Known.unknown(),
                Known.of(published, "made"),
                Known.of("en", "made"),
                Known.unknown(),
                "text@1");
        List<Statement> statements = new ArrayList<>();
        List<NameMention> names = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < 3; i++) {
            int begin = text.indexOf("Claim: ", from) + 7;
            int end = text.indexOf('.', begin) + 1;
            from = end;
            statements.add(statement(document, outlet, new Span(begin, end), names));
        }
        return new Made(document, sha256, statements, names);
    }

    private String article() {
        StringBuilder text = new StringBuilder(words(7)).append("\n\n");
        for (int i = 0; i < 3; i++) {
            text.append(words(25)).append(". Claim: ");
            String party = "Watch " + name(random.nextInt(3_000));
            String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
            String action = ACTIONS[random.nextInt(ACTIONS.length)];
            text.append(party)
                    .append(" says that ")
                    .append(2 + random.nextInt(60))
                    .append(" places in ")
                    .append(country)
                    .append(" near ")
                    .append(name(random.nextInt(6_000)))
                    .append(" are under ")
                    .append(action)
                    .append(".\n\n");
        }
        return text.append(words(30)).append(".\n").toString();
    }

    private Statement statement(Document document, String outlet, Span span, List<NameMention> names) {
        String[] parts = span.of(document.text()).split(" ", -1);
        String party = parts[0] + " " + parts[1];
        String count = parts[4];
        String country = parts[7];
        String place = parts[9];
        String action = parts[12].replace(".", "");
        names.add(new NameMention(
                document.id(),
                new Span(span.begin(), span.begin() + party.length()),
                party,
                EntityKind.ORGANISATION,
                ""));
        Map<String, SlotValue> slots = new TreeMap<>();
        String kind;
        SlotValue where = new SlotValue.Place(place, Optional.of(country), Optional.empty(), place);
        boolean isDenial = count.equals(DENIED) && random.nextInt(DENIALS_ONE_IN) == 0;
        switch (isDenial ? DENIAL : count.charAt(0) % 3) {
            case DENIAL -> {
                kind = "denial";
                slots.put("party", new SlotValue.Party(party, Optional.empty(), party));
                slots.put(
                        "place", new SlotValue.Place(SlotValue.Place.WORLD, Optional.empty(), Optional.empty(), place));
            }
            case 0 -> {
                kind = "site-count";
                slots.put("count", SlotValue.Count.exactly(Long.parseLong(count), count));
                slots.put("scope", where);
            }
            case 1 -> {
                kind = "site";
                slots.put("place", where);
                slots.put("host", new SlotValue.Party(party, Optional.empty(), party));
            }
            default -> {
                kind = "response";
                slots.put(
                        "country",
                        new SlotValue.Place(country, Optional.of(country), Optional.of("iso:" + country), country));
                slots.put("action", new SlotValue.Word(action, action));
            }
        }
        Attribution said = Attribution.outlet(outlet)
                .to(new Attribution.Step(party, Optional.empty(), party, Attribution.How.REPORT_VERB));
        return new Statement(
                Statement.idOf(document.id(), kind, Polarity.ASSERTS, span, slots),
                document.id(),
                document.file(),
                kind,
                Polarity.ASSERTS,
                span,
                span.of(document.text()),
                slots,
                said,
                List.of(),
                Status.PROPOSED,
                kind + "/made@1");
    }

    private static String name(int number) {
        String name = SYLLABLES[number % 20]
                + SYLLABLES[number / 20 % 20]
                + (number >= 400 ? SYLLABLES[number / 400 % 20] : "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ")
                    .append(SYLLABLES[random.nextInt(20)])
                    .append(SYLLABLES[random.nextInt(20)])
                    .append(SYLLABLES[random.nextInt(20)]);
        }
        return words.toString();
    }
}
