package org.headwater.web.names;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.web.finding.FindingRows;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Missing;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Sheets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Parties, places, persons and the rest by name. */
@Controller
class NamesPage {
    private static final int ROWS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final OpenCase open;
    private final FindingRows findings;
    private final Runs runs;

    NamesPage(OpenCase open, FindingRows findings, Runs runs) {
        this.open = open;
        this.findings = findings;
        this.runs = runs;
    }

    /** An entity as a line. */
    record Line(String id, String name, String kind, long mentions, List<String> others, boolean withheld) {}

    /** One of an entity's names. */
    record Alias(int place, String name, int mentions, String reason) {}

    /** An earlier decision on a name. */
    record Past(
            long number,
            String at,
            String who,
            String action,
            String target,
            String other,
            String why,
            boolean undone) {}

    @GetMapping("/names")
    String list(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "page", defaultValue = "1") long page,
            Model model) {
        Holdings holdings = open.holdings();
        Optional<String> ofKind =
                Optional.of(kind).filter(word -> holdings.entityKinds().containsKey(word));
        Listed<Entity> listed = holdings.entities(
                ofKind,
                Optional.of(words.strip()).filter(word -> !word.isEmpty()),
                (Math.max(1, page) - 1) * ROWS,
                ROWS);
        model.addAttribute("lines", listed.rows().stream().map(NamesPage::line).toList());
        model.addAttribute("kinds", holdings.entityKinds());
        model.addAttribute("kind", ofKind.orElse(""));
        model.addAttribute("words", words);
        String address = UriComponentsBuilder.fromPath("/names")
                .queryParam("kind", "{kind}")
                .queryParam("words", "{words}")
                .encode()
                .buildAndExpand(kind, words)
                .toUriString();
        model.addAttribute("sheets", Sheets.at(address, page, listed.total(), ROWS));
        return "names";
    }

    private static Line line(Entity entity) {
        return new Line(
                entity.id().value(),
                entity.name(),
                entity.kind().word(),
                entity.aliases().stream().mapToLong(Entity.Alias::mentions).sum(),
                entity.aliases().stream()
                        .map(Entity.Alias::name)
                        .filter(name -> !name.equals(entity.name()))
                        .distinct()
                        .limit(6)
                        .toList(),
                entity.withheld());
    }

    @GetMapping("/names/{id}")
    String show(@PathVariable("id") String id, Model model, Locale locale) {
        Holdings holdings = open.holdings();
        Entity entity = entity(id, holdings);
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < entity.aliases().size(); i++) {
            Entity.Alias alias = entity.aliases().get(i);
            aliases.add(new Alias(i, alias.name(), alias.mentions(), alias.reason()));
        }
        model.addAttribute("line", line(entity));
        model.addAttribute("aliases", aliases);
        model.addAttribute("person", entity.kind() == EntityKind.PERSON);
        FindingQuery query = new FindingQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(entity.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FindingQuery.Order.STRONGEST);
        model.addAttribute("rows", findings.of(holdings.findings(query, 0, 20).rows(), holdings));
        model.addAttribute("past", past(entity, holdings, locale));
        model.addAttribute("seen", holdings.lastDecisionOn(entity.name()));
        return "name";
    }

    private static Entity entity(String id, Holdings holdings) {
        return holdings.entity(AddressedId.entity(id)).orElseThrow(() -> Missing.of(id));
    }

    private static List<Past> past(Entity entity, Holdings holdings, Locale locale) {
        List<Past> past = new ArrayList<>();
        List<String> names = entity.aliases().stream().map(Entity.Alias::name).toList();
        for (Decision decision : holdings.decisions()) {
            String target = holdings.masked(decision.target());
            String other = holdings.masked(decision.changes().getOrDefault("other", ""));
            boolean onName =
                    !List.of(Decision.Action.ASSESS, Decision.Action.UNDO).contains(decision.action());
            if (onName && (names.contains(target) || names.contains(other))) {
                past.add(
                        0,
                        new Past(
                                decision.sequence(),
                                Moments.of(decision.at(), locale),
                                decision.who(),
                                decision.action().word(),
                                target,
                                other,
                                holdings.masked(decision.why()),
                                holdings.undone().contains(decision.sequence())));
            }
        }
        return past;
    }

    /** Two names are one party. */
    @PostMapping("/names/{id}/merge")
    String merge(@PathVariable("id") String id, @RequestParam("other") String other, @RequestParam("why") String why)
            throws CaseException {
        record(Decision.Action.MERGE, id, Map.of("other", other.strip()), why);
        return "redirect:" + whereItIsNow(id, other.strip());
    }

    /** One of its names is somebody else's. */
    @PostMapping("/names/{id}/split")
    String split(@PathVariable("id") String id, @RequestParam("alias") int alias, @RequestParam("why") String why)
            throws CaseException {
        record(Decision.Action.SPLIT, id, Map.of("other", id + "#" + alias), why);
        return "redirect:/names/" + id;
    }

    /** A person acts in a public role and is named, or is withheld again. */
    @PostMapping("/names/{id}/{action:name|withhold}")
    String name(@PathVariable("id") String id, @PathVariable("action") String action, @RequestParam("why") String why)
            throws CaseException {
        record(Decision.Action.ofWord(action), id, Map.of(), why);
        return "redirect:/names/" + id;
    }

    private void record(Decision.Action action, String id, Map<String, String> changes, String why)
            throws CaseException {
        entity(id, open.holdings());
        runs.giveWayTo(() -> open.record(action, id, changes, why.strip(), Long.MAX_VALUE));
        runs.goAndWait(PATIENCE);
    }

    /** A party that was merged into another goes by the other's id. */
    private String whereItIsNow(String id, String other) {
        Holdings holdings = open.holdings();
        if (holdings.entity(new EntityId(id)).isPresent()) {
            return "/names/" + id;
        }
        return UriComponentsBuilder.fromPath("/names")
                .queryParam("words", "{words}")
                .encode()
                .buildAndExpand(other)
                .toUriString();
    }
}
