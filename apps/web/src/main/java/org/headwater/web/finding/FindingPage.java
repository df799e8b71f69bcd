package org.headwater.web.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.FindingOutline;
import org.headwater.casefile.FindingQuery;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.words.Deniers;
import org.headwater.casefile.words.FindingWords;
import org.headwater.model.Finding;
import org.headwater.model.FindingId;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.headwater.web.page.AddressedId;
import org.headwater.web.page.Missing;
import org.headwater.web.page.Moments;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.Reasons;
import org.headwater.web.page.StatementView;
import org.headwater.web.page.StatementViews;
import org.headwater.web.river.River;
import org.headwater.web.river.RiverDrawing;
import org.headwater.web.river.RiverSource;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One finding: its river, its values with every sentence, what speaks against it, and what a person makes of it. */
@Controller
class FindingPage {
    private static final int STATEMENTS_MOST = 120;
    /** Of the findings that are denials, so many are looked through for those that name no place. */
    private static final int GENERAL_LOOKED_AT = 30;

    private static final int GENERAL_SHOWN = 2;

    private final OpenCase open;
    private final FindingRows rows;
    private final StatementViews views;
    private final Reasons reasons;
    private final MessageSource messages;

    FindingPage(OpenCase open, FindingRows rows, StatementViews views, Reasons reasons, MessageSource messages) {
        this.open = open;
        this.rows = rows;
        this.views = views;
        this.reasons = reasons;
        this.messages = messages;
    }

    /** A value with the sentences that give it. */
    record ValueView(
            String value,
            String when,
            String standing,
            String reason,
            int origins,
            int documents,
            List<OriginView> supports,
            List<StatementView> circular) {}

    /** An origin with the sentences that come from it. */
    record OriginView(String id, String party, String kind, String reason, List<StatementView> statements) {}

    /** Two values that cannot both hold. */
    record ConflictView(String one, String other, String reason) {}

    /** Who denies, and the sentences. */
    record DenierView(String party, List<StatementView> statements) {}

    /** A decision on the finding or one of its statements. */
    record Past(
            long number,
            String at,
            String who,
            String action,
            String target,
            String why,
            String detail,
            boolean undone) {}

    @GetMapping("/findings/{id}")
    String show(
            @PathVariable("id") String id,
            @RequestParam(name = "without", defaultValue = "") String without,
            Model model,
            Locale locale) {
        Holdings holdings = open.holdings();
        Finding whole = finding(id, holdings);
        Optional<WhatIf> whatIf = WhatIf.of(whole, without);
        Finding finding = whatIf.flatMap(WhatIf::finding).orElse(whole);
        boolean nothingLeft = whatIf.isPresent() && whatIf.get().finding().isEmpty();
        Map<StatementId, StatementView> statements = views.of(statements(finding), holdings);
        model.addAttribute(
                "row", rows.of(List.of(FindingOutline.of(whole)), holdings).get(0));
        model.addAttribute("nothingLeft", nothingLeft);
        model.addAttribute("without", whatIf.map(WhatIf::without).orElse(""));
        model.addAttribute("lost", whatIf.map(WhatIf::lost).orElse(0));
        model.addAttribute("values", values(finding, statements));
        model.addAttribute("left", Math.max(0, all(finding).size() - STATEMENTS_MOST));
        model.addAttribute("conflicts", conflicts(finding));
        model.addAttribute("deniers", deniers(finding, statements));
        model.addAttribute("general", nothingLeft ? List.of() : general(finding, holdings));
        model.addAttribute("river", nothingLeft ? "" : draw(finding, holdings, locale));
        model.addAttribute("origins", origins(whole));
        model.addAttribute("sources", Grade.SOURCES);
        model.addAttribute("information", Grade.INFORMATION);
        model.addAttribute("grade", Optional.ofNullable(Grade.standing(holdings).get(id)));
        model.addAttribute("seen", holdings.lastDecisionOn(id));
        model.addAttribute("history", history(whole, holdings, locale));
        return "finding";
    }

    /** The river alone, as a file. */
    @GetMapping("/findings/{id}/river.svg")
    ResponseEntity<String> river(@PathVariable("id") String id, Locale locale) {
        Holdings holdings = open.holdings();
        Finding finding = finding(id, holdings);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + finding.id().value() + ".svg\"")
                .body(draw(finding, holdings, locale));
    }

    /** Records a grade. */
    @PostMapping("/findings/{id}/grade")
    String grade(
            @PathVariable("id") String id,
            @RequestParam("source") String source,
            @RequestParam("information") String information,
            @RequestParam("why") String why,
            @RequestParam("seen") long seen)
            throws CaseException {
        open.record(
                Decision.Action.ASSESS, id, Map.of("source", source, "information", information), why.strip(), seen);
        return "redirect:/findings/" + finding(id, open.holdings()).id().value() + "#grade";
    }

    private static Finding finding(String id, Holdings holdings) {
        return holdings.finding(AddressedId.finding(id)).orElseThrow(() -> Missing.of(id));
    }

    private String draw(Finding finding, Holdings holdings, Locale locale) {
        River river = RiverSource.of(
                finding, holdings, open.words(), reason -> reasons.of(reason).words());
        return RiverDrawing.of(
                river,
                new RiverDrawing.Legend(
                        word("river.springs", locale),
                        word("river.time", locale),
                        word("river.undated", locale),
                        word("river.denied", locale),
                        word("river.circular", locale),
                        messages.getMessage("river.more", new Object[] {river.hidden()}, locale)),
                open.dates());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }

    /** Those that are shown. */
    private static Set<StatementId> statements(Finding finding) {
        return all(finding).stream().limit(STATEMENTS_MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<StatementId> all(Finding finding) {
        Set<StatementId> ids = new LinkedHashSet<>();
        finding.values().forEach(value -> ids.addAll(value.statements()));
        ids.addAll(finding.denials());
        return ids;
    }

    private List<ValueView> values(Finding finding, Map<StatementId, StatementView> statements) {
        List<ValueView> values = new ArrayList<>();
        for (Finding.Value value : finding.values()) {
            List<OriginView> supports = value.supports().stream()
                    .map(support -> new OriginView(
                            support.origin().id().value(),
                            support.origin().party(),
                            open.words().origin(support.origin().kind()),
                            support.origin().reason(),
                            support.carriers().stream()
                                    .flatMap(carrier -> found(carrier.statements(), statements).stream())
                                    .toList()))
                    .filter(support -> !support.statements().isEmpty())
                    .toList();
            values.add(new ValueView(
                    open.words().value(finding, value),
                    value.when().map(open.dates()::of).orElse(""),
                    value.standing().name().toLowerCase(Locale.ROOT),
                    value.reason(),
                    value.supports().size(),
                    value.documents(),
                    supports,
                    found(value.circular(), statements)));
        }
        return values;
    }

    private static List<StatementView> found(List<StatementId> ids, Map<StatementId, StatementView> statements) {
        return ids.stream().map(statements::get).filter(each -> each != null).toList();
    }

    private List<ConflictView> conflicts(Finding finding) {
        FindingWords words = open.words();
        return finding.conflicts().stream()
                .map(conflict -> new ConflictView(
                        words.shortValue(finding, finding.values().get(conflict.one())),
                        words.shortValue(finding, finding.values().get(conflict.other())),
                        conflict.reason()))
                .toList();
    }

    private List<DenierView> deniers(Finding finding, Map<StatementId, StatementView> statements) {
        List<Statement> denials = List.copyOf(open.holdings()
                .statements(finding.denials().stream()
                        .filter(statements::containsKey)
                        .toList())
                .values());
        return deniers(Deniers.shipped().of(denials), statements);
    }

    private static List<DenierView> deniers(
            Map<String, List<Statement>> byParty, Map<StatementId, StatementView> statements) {
        List<DenierView> deniers = new ArrayList<>();
        byParty.forEach((party, said) -> deniers.add(
                new DenierView(party, found(said.stream().map(Statement::id).toList(), statements))));
        return deniers;
    }

    /** Denials that name no place and stand in documents that do not speak of this: they answer it only if meant of all. */
    private List<DenierView> general(Finding finding, Holdings holdings) {
        Set<StatementId> said = new LinkedHashSet<>();
        List<FindingId> answering = holdings.kinds().keySet().stream()
                .filter(kind -> open.words().denies(kind, finding.kind()))
                .flatMap(kind ->
                        holdings.findings(FindingQuery.all().ofKind(kind), 0, GENERAL_LOOKED_AT).rows().stream())
                .map(outline -> outline.finding().id())
                .toList();
        holdings.findings(answering)
                .forEach(denial -> denial.values().forEach(value -> said.addAll(value.statements())));
        finding.denials().forEach(said::remove);
        List<Statement> denials = holdings.statements(said).values().stream()
                .filter(Deniers::isGeneral)
                .filter(denial -> denial.status() != Status.REJECTED)
                .toList();
        Map<String, List<Statement>> byParty = new LinkedHashMap<>();
        Deniers.shipped()
                .of(denials)
                .forEach((party, each) ->
                        byParty.put(party, each.stream().limit(GENERAL_SHOWN).toList()));
        return deniers(
                byParty,
                views.of(byParty.values().stream().flatMap(List::stream).toList(), holdings));
    }

    /** The origins of all values, each once. */
    private List<OriginView> origins(Finding finding) {
        Map<String, OriginView> origins = new LinkedHashMap<>();
        finding.values().stream()
                .flatMap(value -> value.supports().stream())
                .forEach(support -> origins.putIfAbsent(
                        support.origin().id().value(),
                        new OriginView(
                                support.origin().id().value(),
                                support.origin().party(),
                                open.words().origin(support.origin().kind()),
                                support.origin().reason(),
                                List.of())));
        return List.copyOf(origins.values());
    }

    private static List<Past> history(Finding finding, Holdings holdings, Locale locale) {
        Set<String> targets = new LinkedHashSet<>();
        targets.add(finding.id().value());
        finding.values().forEach(value -> value.statements().forEach(id -> targets.add(id.value())));
        finding.denials().forEach(id -> targets.add(id.value()));
        Set<Long> undone = holdings.undone();
        List<Past> past = new ArrayList<>();
        for (Decision decision : holdings.decisions()) {
            if (targets.contains(decision.target())) {
                past.add(
                        0,
                        new Past(
                                decision.sequence(),
                                Moments.of(decision.at(), locale),
                                decision.who(),
                                decision.action().word(),
                                decision.target(),
                                holdings.masked(decision.why()),
                                holdings.masked(detail(decision)),
                                undone.contains(decision.sequence())));
            }
        }
        return past;
    }

    private static String detail(Decision decision) {
        if (decision.action() == Decision.Action.ASSESS) {
            return decision.changes().getOrDefault("source", "")
                    + decision.changes().getOrDefault("information", "");
        }
        List<String> parts = new ArrayList<>();
        decision.changes().forEach((name, value) -> parts.add(name + " = " + value));
        return String.join(", ", parts);
    }
}
