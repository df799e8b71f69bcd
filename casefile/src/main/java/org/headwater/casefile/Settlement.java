package org.headwater.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.masking.Detail;
import org.headwater.casefile.masking.PersonalDetails;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.entities.EntityResolver;
import org.headwater.entities.Resolution;
import org.headwater.findings.FindingAssembler;
import org.headwater.lineage.Anchor;
import org.headwater.lineage.DerivationFinder;
import org.headwater.lineage.OriginTracer;
import org.headwater.lineage.ReuseSettings;
import org.headwater.model.Citation;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Finding;
import org.headwater.model.NameMention;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/**
 * Everything that is derived over the whole case at once: names resolved, documents traced to each other, statements to
 * origins, findings assembled. A pure function of documents, readings and decisions.
 *
 * @param statements every statement with names resolved and decisions applied, in the order of documents
 * @param entities the parties of the case
 * @param derivations which document took words of which
 * @param traces the way upstream of each statement that is not rejected
 * @param findings what the case has found
 * @param unproposed why no pattern proposes a statement that somebody decided on; empty while one does
 * @param decided what decisions on statements speak about, each as it stood when it was first decided on
 */
record Settlement(
        List<Statement> statements,
        List<Entity> entities,
        List<Derivation> derivations,
        List<OriginTrace> traces,
        List<Finding> findings,
        Map<StatementId, String> unproposed,
        Map<StatementId, DecidedRows.Decided> decided) {

    /** Raised whenever the same readings may come out differently. */
    static final String VERSION = "settlement@5";

    /** What was read from one document. */
    record Reading(Document document, List<Statement> statements, List<NameMention> names, List<Citation> citations) {}

    /** What people decided, the statements they decided on, and the words they redacted. */
    record Decided(Rulings rulings, Map<StatementId, DecidedRows.Decided> statements, List<Redaction> redacted) {
        Decided(Rulings rulings, Map<StatementId, DecidedRows.Decided> statements) {
            this(rulings, statements, List.of());
        }
    }

    /**
     * The words that are not given out, by what was read and what people decided of persons.
     *
     * @param redacted what people redacted
     */
    WithheldWords withheld(
            List<Reading> readings, Map<String, Boolean> named, List<Redaction> redacted, Codebook codebook) {
        List<Document> documents = readings.stream().map(Reading::document).toList();
        return WithheldWords.of(
                        entities,
                        named,
                        new WithheldWords.Read(
                                documents.stream().map(Document::text).toList(),
                                documents.stream()
                                        .flatMap(document -> document.byline().value().stream())
                                        .toList()),
                        word -> !Gazetteer.shipped().mentions(word).isEmpty() || isTerm(word, codebook))
                .withRedactions(Redaction.stillNeeded(redacted, documents));
    }

    /**
     * Works it out.
     *
     * @throws java.util.concurrent.CancellationException if it is to end before it is done
     */
    static Settlement of(
            List<Reading> readings, Decided people, Codebook codebook, Gazetteer gazetteer, SettlingSteps steps) {
        steps.begin(SettlingSteps.Step.DECISIONS);
        Rulings rulings = people.rulings();
        Map<StatementId, DecidedRows.Decided> subjects = DecidedStatements.subjects(people, readings, codebook);
        DecidedStatements decided =
                new DecidedStatements(rulings, subjects, codebook, new SlotWords(codebook, gazetteer));
        List<Document> documents = new ArrayList<>();
        List<Statement> read = new ArrayList<>();
        List<NameMention> names = new ArrayList<>();
        for (Reading reading : readings) {
            steps.goOnOrEnd();
            documents.add(reading.document());
            read.addAll(decided.of(reading));
            names.addAll(namesToShow(reading));
        }
        decided.noteLost(documents);
        steps.begin(SettlingSteps.Step.NAMES);
        Resolution resolution = EntityResolver.of(gazetteer).resolve(names, read, documents, rulings.names());
        // What was read out of redacted words counts nowhere: a finding would give it away.
        Withholding redacting = Withholding.of(WithheldWords.NONE.withRedactions(people.redacted()));
        List<Statement> statements = read.stream()
                .map(resolution::apply)
                .map(redacting::withoutRedacted)
                .toList();
        List<Entity> entities = resolution.entities().stream()
                .map(entity -> withheld(entity, rulings.named(), codebook))
                .toList();
        List<Statement> standing = statements.stream()
                .filter(statement -> statement.status() != Status.REJECTED)
                .toList();
        steps.begin(SettlingSteps.Step.COPIES);
        Function<Document, List<Anchor>> anchors = anchors(readings, resolution, gazetteer);
        List<Derivation> derivations = DerivationFinder.of(ReuseSettings.usual(), document -> {
                    steps.goOnOrEnd();
                    return anchors.apply(document);
                })
                .find(documents);
        List<Citation> citations = readings.stream()
                .flatMap(reading -> reading.citations().stream())
                .toList();
        steps.begin(SettlingSteps.Step.ORIGINS);
        List<OriginTrace> traces = OriginTracer.of(byId(entities), CaseStates.of(gazetteer))
                .trace(documents, standing, derivations, citations);
        steps.begin(SettlingSteps.Step.FINDINGS);
        List<Finding> findings =
                FindingAssembler.of(CodebookTopics.of(codebook)).assemble(standing, traces, documents);
        return new Settlement(statements, entities, derivations, traces, findings, decided.unproposed(), subjects);
    }

    /** Names that stand, wholly or in part, in what is masked, such as a street, would give it away: they name no party. */
    private static List<NameMention> namesToShow(Reading reading) {
        if (reading.names().isEmpty()) {
            return List.of();
        }
        List<Detail> details = PersonalDetails.in(reading.document().text());
        return reading.names().stream()
                .filter(name -> details.stream().noneMatch(detail -> name.span().overlaps(detail.span())))
                .toList();
    }

    /** What tells a text in any language: the places and the parties it names, by their ids. */
    private static Function<Document, List<Anchor>> anchors(
            List<Reading> readings, Resolution resolution, Gazetteer gazetteer) {
        Map<DocumentId, List<NameMention>> names = readings.stream()
                .collect(Collectors.toMap(reading -> reading.document().id(), Reading::names, (one, other) -> one));
        return document -> Stream.concat(
                        gazetteer.mentions(document.text()).stream()
                                .map(mention -> new Anchor(
                                        mention.span(), mention.place().id())),
                        names.getOrDefault(document.id(), List.of()).stream()
                                .flatMap(name -> resolution.entityOf(document.id(), name.name()).stream()
                                        .map(entity -> new Anchor(
                                                name.span(), entity.id().value()))))
                .toList();
    }

    private static Map<EntityId, Entity> byId(List<Entity> entities) {
        return entities.stream().collect(Collectors.toMap(Entity::id, Function.identity()));
    }

    /**
     * A person is withheld until somebody decides to name them: whatever role the text gives them, naming is a decision
     * that a person takes. So is the name of a person who speaks for a body, though the body is named.
     */
    private static Entity withheld(Entity entity, Map<String, Boolean> named, Codebook codebook) {
        // Who is decided on by the name of the party is a person, whatever the party was taken for.
        boolean held = !named.getOrDefault(entity.name(), true);
        boolean person = entity.kind() == EntityKind.PERSON || held;
        boolean isNamed =
                person && entity.aliases().stream().anyMatch(alias -> named.getOrDefault(alias.name(), false));
        List<Entity.Alias> aliases = entity.aliases().stream()
                .map(alias -> new Entity.Alias(
                        alias.name(),
                        alias.mentions(),
                        alias.reason(),
                        !named.getOrDefault(alias.name(), true)
                                || ((alias.withheld() || person)
                                        && !isNamed
                                        && !named.getOrDefault(alias.name(), false)
                                        && PersonalName.isLikely(alias.name())
                                        && !isTerm(alias.name(), codebook))))
                .toList();
        boolean withheld = person && aliases.stream().anyMatch(Entity.Alias::withheld);
        return new Entity(entity.id(), entity.kind(), entity.name(), aliases, withheld);
    }

    /** Words of the subject, such as the name of an operation, and bodies that the codebook knows, are no person's name. */
    private static boolean isTerm(String name, Codebook codebook) {
        return codebook.parties().known().stream()
                        .filter(party -> party.kind() != EntityKind.PERSON)
                        .anyMatch(party -> party.name().equalsIgnoreCase(name)
                                || party.also().contains(name))
                || codebook.terms().values().stream()
                        .anyMatch(list -> list.languages().stream()
                                .flatMap(language -> list.in(language).stream())
                                .anyMatch(term -> term.equalsIgnoreCase(name)));
    }
}
