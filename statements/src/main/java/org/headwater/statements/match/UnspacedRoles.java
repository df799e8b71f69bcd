package org.headwater.statements.match;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.headwater.codebook.Role;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Span;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Words;

/**
 * Roles in Chinese, Japanese and Korean by clauses and the order of words. Whoever acts stands before the verb, in its
 * clause or in one before it; whatever is done to stands behind it, or before it where verbs come last; what says where
 * or whose stands before its noun.
 */
final class UnspacedRoles implements RoleWords {
    private static final int NEAR = 4;
    private static final int NEGATION_REACH = 6;
    private static final int LONGEST_AGENT = 16;

    private final MarkedSentence marked;
    private final Words trigger;
    private final LanguageWords words;

    UnspacedRoles(MarkedSentence marked, Words trigger) {
        this.marked = marked;
        this.trigger = trigger;
        this.words = LanguageWords.of(marked.sentence().language());
    }

    @Override
    public BitSet words(Role role) {
        return switch (role) {
            case TRIGGER -> range(trigger.first(), trigger.last());
            case PHRASE -> phrase();
            case SUBJECT -> subject();
            case OBJECT -> object();
            case OWNER -> range(clauseBegin(trigger.first()), trigger.first() - 1);
            case IN -> located();
            case WITH, CLAUSE -> clause();
            case PREVIOUS -> range(Math.max(0, trigger.first() - NEAR), trigger.first() - 1);
            case NEXT -> range(trigger.last() + 1, Math.min(marked.size() - 1, trigger.last() + NEAR));
            case BEFORE -> isVerbFinal() ? sentence() : range(0, trigger.first() - 1);
            case AFTER -> isVerbFinal() ? sentence() : range(trigger.last() + 1, marked.size() - 1);
            case SENTENCE, TOPIC -> sentence();
            case EARLIER, SPEAKER -> new BitSet();
        };
    }

    private boolean isVerbFinal() {
        return words.isListed("verb-final", "yes");
    }

    private static BitSet range(int first, int last) {
        BitSet found = new BitSet();
        if (first <= last) {
            found.set(first, last + 1);
        }
        return found;
    }

    private BitSet sentence() {
        return range(0, marked.size() - 1);
    }

    // ---- clauses

    private boolean isBreak(int at) {
        String sign = marked.sentence().token(at).word();
        return sign.equals(",")
                || words.list("clause").stream().anyMatch(marks -> marks.contains(sign))
                || sign.isBlank();
    }

    private int clauseBegin(int at) {
        int begin = at;
        while (begin > 0 && !isBreak(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private int clauseEnd(int at) {
        int end = at;
        while (end + 1 < marked.size() && !isBreak(end + 1)) {
            end++;
        }
        return end;
    }

    private BitSet clause() {
        return range(clauseBegin(trigger.first()), clauseEnd(trigger.last()));
    }

    // ---- who acts

    private BitSet subject() {
        int begin = clauseBegin(trigger.first());
        BitSet agent = agent(begin);
        if (!agent.isEmpty()) {
            return agent;
        }
        BitSet own = range(begin, trigger.first() - 1);
        while (!holdsActor(own) && begin > 1) {
            begin = clauseBegin(begin - 2);
            own = range(begin, trigger.first() - 1);
            if (holdsActor(own)) {
                return own;
            }
        }
        return holdsActor(own) ? own : range(clauseBegin(trigger.first()), trigger.first() - 1);
    }

    /** "被荷兰政府勒令关闭": who stands between the sign of the passive and the verb. */
    private BitSet agent(int begin) {
        for (int i = trigger.first() - 1; i >= Math.max(begin, trigger.first() - LONGEST_AGENT); i--) {
            if (words.isListed("by", word(i))) {
                BitSet between = range(i + 1, trigger.first() - 1);
                return holdsActor(between) ? between : new BitSet();
            }
        }
        return new BitSet();
    }

    private boolean holdsActor(BitSet where) {
        return marked.parties().stream().anyMatch(party -> where.get(party.head()));
    }

    private BitSet object() {
        BitSet found = clause();
        for (PartyMention party : marked.parties()) {
            boolean before =
                    party.words().last() < trigger.first() && party.standing() != PartyMention.Standing.PRIVATE;
            if (before && found.get(party.head())) {
                found.clear(party.words().first(), party.words().last() + 1);
            }
        }
        return found;
    }

    // ---- where

    /** The clause, and the clauses around it that go on to say where: "…站点，分布在马德里和巴塞罗那". */
    private BitSet phrase() {
        BitSet found = clause();
        int end = clauseEnd(trigger.last());
        while (end + 2 < marked.size() && startsPlaces(end + 2)) {
            int next = clauseEnd(end + 2);
            found.set(end + 2, next + 1);
            end = next;
        }
        return found;
    }

    private boolean startsPlaces(int at) {
        String rest = text(at, Math.min(marked.size() - 1, at + 5));
        return words.list("in-list").stream().anyMatch(rest::startsWith);
    }

    private BitSet located() {
        BitSet clause = clause();
        BitSet best = new BitSet();
        for (BitSet where : List.of(clause, sentence())) {
            for (PlaceMention place : marked.places()) {
                if (where.get(place.words().first()) && place.isNamed() && isLocated(place)) {
                    best.set(place.words().first(), place.words().last() + 1);
                }
            }
            if (!best.isEmpty()) {
                return best;
            }
        }
        return best;
    }

    @Override
    public boolean isLocated(PlaceMention place) {
        boolean smaller = place.place().type() != Gazetteer.Type.COUNTRY;
        if (smaller) {
            return !isOrigin(place);
        }
        if (holdsSmaller(place)) {
            return false;
        }
        int first = place.words().first();
        int last = place.words().last();
        String behind = text(last + 1, Math.min(marked.size() - 1, last + 3));
        boolean led = leads(first) || (isListed(first - 1) && isLocatedNeighbour(place));
        boolean inside = behind.startsWith("境内") || behind.startsWith("境內") || behind.startsWith("全境");
        boolean behindIt = words.list("in-after").stream().anyMatch(behind::startsWith);
        return led || inside || behindIt || isRightBeforeTrigger(last, behind);
    }

    /** "… 返回福州", "来自福州": not where something is. */
    private boolean isOrigin(PlaceMention place) {
        String before = before(place.words().first());
        return before.endsWith("返回") || before.endsWith("来自") || before.endsWith("回到") || before.endsWith("總部位於");
    }

    private boolean leads(int first) {
        String before = before(first);
        return words.longestFirst("in").stream().anyMatch(before::endsWith);
    }

    private boolean isListed(int at) {
        return at >= 0
                && words.list("list").stream()
                        .anyMatch(marks ->
                                marks.contains(marked.sentence().token(at).word()));
    }

    private boolean isLocatedNeighbour(PlaceMention place) {
        return marked.places().stream()
                .filter(other -> other.words().last() == place.words().first() - 2)
                .anyMatch(this::isLocated);
    }

    /** "意大利阿姆斯特丹": the country only says where the city is. */
    private boolean holdsSmaller(PlaceMention place) {
        return marked.places().stream()
                .anyMatch(other -> other.words().first() > place.words().last()
                        && other.words().first() - place.words().last() <= 2
                        && !isListed(place.words().last() + 1)
                        && other.place().type() != Gazetteer.Type.COUNTRY
                        && other.place().country().equals(place.place().country()));
    }

    /** "荷兰的服务站", "西班牙服务站": the country right before what the trigger names. */
    private boolean isRightBeforeTrigger(int last, String behind) {
        int gap = trigger.first() - last - 1;
        return gap == 0 || (gap <= 3 && gap > 0 && behind.matches("[的の의].*"));
    }

    // ---- negation and reference

    @Override
    public boolean isNegated() {
        int begin = Math.max(clauseBegin(trigger.first()), trigger.first() - NEGATION_REACH);
        String before = text(begin, trigger.first() - 1);
        String after =
                isVerbFinal() ? text(trigger.last() + 1, Math.min(marked.size() - 1, trigger.last() + NEAR)) : "";
        String around =
                before.replace("不仅", "").replace("不僅", "").replace("不断", "").replace("不斷", "") + "|" + after;
        return words.list("negation").stream().anyMatch(around::contains);
    }

    @Override
    public boolean isDefiniteSingular() {
        String before = before(trigger.first());
        String near = before.substring(Math.max(0, before.length() - 3));
        return words.list("this-one").stream().anyMatch(near::contains) && !near.contains("些");
    }

    private String word(int at) {
        return marked.sentence().token(at).word().toLowerCase(Locale.ROOT);
    }

    private String before(int at) {
        return text(Math.max(0, at - NEAR), at - 1);
    }

    private String text(int first, int last) {
        StringBuilder text = new StringBuilder();
        Span previous = new Span(0, 0);
        for (int i = Math.max(0, first); i <= last && i < marked.size(); i++) {
            Span span = marked.sentence().token(i).span();
            if (previous.end() > 0 && span.begin() > previous.end()) {
                text.append(' ');
            }
            text.append(marked.sentence().token(i).word());
            previous = span;
        }
        return words.language().equals("zh") ? Gazetteer.simplified(text.toString()) : text.toString();
    }
}
