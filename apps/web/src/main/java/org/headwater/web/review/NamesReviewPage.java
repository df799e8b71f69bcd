package org.headwater.web.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.Listed;
import org.headwater.casefile.ProposedMerge;
import org.headwater.casefile.SearchHit;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.Span;
import org.headwater.web.WebSettings;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Excerpt;
import org.headwater.web.page.Missing;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One name at a time that the software takes for another name of a party: whether it is, with the reason and where each
 * stands. Beside the statements, it is what waits for a decision.
 */
@Controller
class NamesReviewPage {
    private static final int PLACES = 2;
    private static final int AROUND = 110;

    private final OpenCase open;
    private final Runs runs;
    private final WebSettings settings;

    NamesReviewPage(OpenCase open, Runs runs, WebSettings settings) {
        this.open = open;
        this.runs = runs;
        this.settings = settings;
    }

    /** A name with how often and where it stands. */
    record Side(String name, long mentions, List<Place> places) {}

    /** Where a name stands. */
    record Place(String document, String label, Excerpt words) {}

    /** The next one that waits. */
    @GetMapping("/review/names")
    String next(@RequestParam(name = "skipped", defaultValue = "0") long skipped, Model model) throws CaseException {
        Holdings holdings = open.holdings();
        Listed<ProposedMerge> waiting = holdings.mergesWaiting(Math.max(0, skipped), 1);
        model.addAttribute("pace", Pace.of(holdings, Pace.ON_NAMES, settings));
        model.addAttribute("names", waiting.total());
        model.addAttribute(
                "waiting",
                holdings.waiting(Optional.empty(), Optional.empty(), 0, 1).total());
        model.addAttribute("skipped", Math.max(0, skipped));
        model.addAttribute("merge", Optional.empty());
        if (!waiting.rows().isEmpty()) {
            fill(waiting.rows().get(0), holdings, model);
        }
        return "names-review";
    }

    private void fill(ProposedMerge merge, Holdings holdings, Model model) throws CaseException {
        Entity entity = merge.entity();
        model.addAttribute("merge", Optional.of(merge));
        model.addAttribute("one", side(entity, entity.name()));
        model.addAttribute("other", side(entity, merge.name().name()));
        model.addAttribute(
                "more",
                entity.aliases().stream()
                        .map(Entity.Alias::name)
                        .filter(name -> !name.equals(entity.name())
                                && !name.equals(merge.name().name()))
                        .distinct()
                        .toList());
        model.addAttribute("seen", holdings.lastDecisionOn(entity.id()));
    }

    private Side side(Entity entity, String name) throws CaseException {
        long mentions = entity.aliases().stream()
                .filter(alias -> alias.name().equals(name))
                .mapToLong(Entity.Alias::mentions)
                .sum();
        // Initials stand in no text: where a withheld person is named is for the person's own page.
        return new Side(name, mentions, entity.withheld() ? List.of() : places(name));
    }

    private List<Place> places(String name) throws CaseException {
        // A reprint has the same words again.
        Map<Excerpt, Place> places = new LinkedHashMap<>();
        for (SearchHit hit : open.find('"' + name.replace('"', ' ') + '"', 2 * PLACES)) {
            Place place = place(hit.document(), name);
            places.putIfAbsent(place.words(), place);
        }
        return places.values().stream().limit(PLACES).toList();
    }

    private static Place place(Document document, String name) {
        int at = document.text().indexOf(name);
        Span span = at < 0 ? new Span(0, 0) : new Span(at, at + name.length());
        return new Place(
                document.id().value(), document.label(), Excerpt.of(document.text(), span, List.of(span), AROUND));
    }

    /** Records what was decided on one name, and shows the next. */
    @PostMapping("/review/names/{id}")
    String decide(@PathVariable("id") String id, @RequestParam Map<String, String> given) throws CaseException {
        Holdings holdings = open.holdings();
        Entity entity = holdings.entity(AddressedId.entity(id)).orElseThrow(() -> Missing.of(id));
        String alias = given.getOrDefault("alias", "");
        int place = alias.matches("\\d{1,4}") ? Integer.parseInt(alias) : Integer.MAX_VALUE;
        String name = given.getOrDefault("name", "");
        if (place >= entity.aliases().size()
                || !entity.aliases().get(place).name().equals(name)) {
            throw CaseException.refused("Already decided: the names of " + entity.name()
                    + " are others than when the page was made. Nothing was overwritten; look at it again.");
        }
        Decision.Action action = switch (given.getOrDefault("action", "")) {
            case "accept" -> Decision.Action.MERGE;
            case "reject" -> Decision.Action.SPLIT;
            default ->
                throw CaseException.refused(
                        "Cannot decide on " + entity.name() + ": neither accept nor reject was chosen");
        };
        String seen = given.getOrDefault("seen", "");
        long known = seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
        runs.giveWayTo(() -> open.record(
                action,
                id,
                Map.of("other", id + "#" + place),
                given.getOrDefault("why", "").strip(),
                known));
        runs.go();
        String skipped = given.getOrDefault("skipped", "");
        return "redirect:/review/names" + (skipped.matches("[1-9]\\d{0,8}") ? "?skipped=" + skipped : "");
    }
}
