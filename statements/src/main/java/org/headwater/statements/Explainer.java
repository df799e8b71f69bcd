package org.headwater.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Role;
import org.headwater.model.Attribution;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.statements.explanation.Explanation;
import org.headwater.statements.explanation.FoundExplanation;
import org.headwater.statements.explanation.FoundExplanation.SlotExplanation;
import org.headwater.statements.explanation.FoundExplanation.SpeakerExplanation;
import org.headwater.statements.explanation.NearMiss;
import org.headwater.statements.explanation.SentenceExplanation;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.match.Draft;
import org.headwater.statements.match.Trial;

/** Looks on while one document is read, and says afterwards why it was read so. */
final class Explainer implements Consumer<Trial> {
    private static final Map<Attribution.How, String> HOW = Map.of(
            Attribution.How.REPORT_VERB, "is who a verb of saying says it of",
            Attribution.How.ACCORDING_TO, "is named by “according to” or the like",
            Attribution.How.QUOTATION, "speaks the quotation it stands in",
            Attribution.How.NOUN, "is whose claim, finding or the like it is called",
            Attribution.How.ACTOR, "is the party whose act the sentence reports",
            Attribution.How.TOLD, "was told it and passes it on",
            Attribution.How.DISCOURSE, "is not named here: the text goes on telling what this party says",
            Attribution.How.DECISION, "was named by a person's decision");

    private final Codebook codebook;
    private final String text;
    private final List<Trial> trials = new ArrayList<>();
    private final List<SentenceExplanation> sentences = new ArrayList<>();
    private final TreeSet<String> topics = new TreeSet<>();

    Explainer(Codebook codebook, String text) {
        this.codebook = codebook;
        this.text = text;
    }

    /** A draft with the statement that came of it, and what in the text names each speaker after the outlet. */
    record Kept(Draft draft, Statement statement, List<String> reasons) {}

    @Override
    public void accept(Trial trial) {
        trials.add(trial);
    }

    /** Closes a sentence, once every pattern was tried on it. */
    void close(MarkedSentence sentence, List<Kept> kept) {
        Span span = sentence.sentence().span();
        List<String> terms = sentence.terms().stream()
                .map(match ->
                        match.list() + ": “" + sentence.span(match.words()).of(text) + "”")
                .distinct()
                .toList();
        sentence.terms().stream()
                .filter(match -> codebook.topics().contains(match.list()))
                .forEach(match -> topics.add(
                        match.list() + ": “" + sentence.span(match.words()).of(text) + "”"));
        sentences.add(new SentenceExplanation(
                span, span.of(text), kept.stream().map(this::found).toList(), misses(), terms));
        trials.clear();
    }

    Explanation explanation(StatementReading reading, int all) {
        return new Explanation(reading, all, List.copyOf(topics), sentences);
    }

    // ---- what was not found

    /** The nearest misses: fewest conditions failed, then most asked for. */
    private List<NearMiss> misses() {
        return trials.stream()
                .filter(trial -> !trial.unmet().isEmpty())
                .sorted(Comparator.comparingInt((Trial trial) -> trial.unmet().size())
                        .thenComparing(trial -> -trial.pattern().require().size()))
                .map(trial -> new NearMiss(trial.pattern().id(), trigger(trial), trial.unmet()))
                .distinct()
                .toList();
    }

    private String trigger(Trial trial) {
        return trial.pattern().onSpeech()
                ? ""
                : trial.sentence().span(trial.trigger()).of(text);
    }

    // ---- what was found

    private FoundExplanation found(Kept kept) {
        Draft draft = kept.draft();
        Pattern pattern = draft.pattern();
        Optional<Trial> trial = trials.stream()
                .filter(each -> each.pattern().equals(pattern) && !each.found().isEmpty())
                .filter(each -> pattern.onSpeech() || each.at() == draft.at())
                .findFirst();
        return new FoundExplanation(
                kept.statement(),
                trial.map(this::trigger).orElse(""),
                trial.map(this::lists).orElse(List.of()),
                trial.map(Trial::met).orElse(List.of()),
                kept.statement().slots().entrySet().stream()
                        .map(slot -> new SlotExplanation(
                                slot.getKey(), slot.getValue().text(), rule(slot.getKey(), slot.getValue(), pattern)))
                        .toList(),
                speakers(kept),
                gaveWay(pattern));
    }

    private List<String> lists(Trial trial) {
        return trial.sentence().terms().stream()
                .filter(match -> trial.pattern().trigger().contains(match.list()) && match.head() == trial.at())
                .map(match -> match.list())
                .distinct()
                .toList();
    }

    private List<String> gaveWay(Pattern winner) {
        return trials.stream()
                .filter(trial -> !trial.found().isEmpty())
                .map(trial -> trial.pattern())
                .filter(pattern -> !pattern.equals(winner))
                .filter(pattern -> pattern.kind().equals(winner.kind())
                        || pattern.yieldsTo().contains(winner.kind())
                        || pattern.yieldsTo().contains(winner.kind() + "/" + winner.name()))
                .map(Pattern::id)
                .distinct()
                .toList();
    }

    private String rule(String slot, SlotValue value, Pattern pattern) {
        Optional<String> own = rule(slot, pattern);
        if (own.isPresent()) {
            return own.get();
        }
        if (value instanceof SlotValue.Place place && place.name().equals(SlotValue.Place.WORLD)) {
            return "no place is named, so it is about the world";
        }
        return trials.stream()
                .map(Trial::pattern)
                .filter(other -> !other.equals(pattern) && other.kind().equals(pattern.kind()))
                .flatMap(other -> rule(slot, other).stream().map(words -> words + ", by " + other.id()))
                .findFirst()
                .orElse("carried over from what was said before");
    }

    private Optional<String> rule(String slot, Pattern pattern) {
        Optional<Fill> fill = pattern.fills().stream()
                .filter(each -> each.slot().equals(slot))
                .findFirst();
        if (fill.isPresent() && fill.get().word().isPresent()) {
            return Optional.of("every statement of this pattern has it");
        }
        return trials.stream()
                .filter(trial -> trial.pattern().equals(pattern) && trial.from().containsKey(slot))
                .map(trial -> words(trial.from().get(slot)))
                .findFirst();
    }

    private static String words(Role role) {
        return role.word() + ": " + role.meaning();
    }

    private List<SpeakerExplanation> speakers(Kept kept) {
        List<SpeakerExplanation> speakers = new ArrayList<>();
        List<Attribution.Step> steps = kept.statement().attribution().steps();
        for (int i = 0; i < steps.size(); i++) {
            Attribution.Step step = steps.get(i);
            boolean known = i > 0 && kept.reasons().size() == steps.size() - 1;
            String reason = HOW.getOrDefault(step.how(), step.how().word());
            if (i == 0 && step.how() == Attribution.How.OUTLET) {
                reason = steps.size() == 1 ? "nobody else is said to speak here" : "carries it";
            }
            String words =
                    step.text().isEmpty() || step.how() == Attribution.How.OUTLET ? "" : "“" + step.text() + "” ";
            speakers.add(new SpeakerExplanation(
                    step.name(), words + reason + (known ? " (" + kept.reasons().get(i - 1) + ")" : "")));
        }
        return speakers;
    }
}
