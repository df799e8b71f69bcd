package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Document;
import org.headwater.model.Origin;

/**
 * Newsrooms and groups that investigated together, as a document of the case says: "a joint investigation by A and B", "A
 * and its partner B", "we worked on this together with B". What they found is one origin, whichever of them prints it.
 */
final class JointInvestigations {
    private static final int BEFORE = 90;
    private static final int AFTER = 160;
    /** Names follow. */
    private static final Pattern BY =
            Pattern.compile("(?iu)\\b(?:joint|collaborative|cross-border)\\s+(?:\\p{L}+\\s+){0,2}?"
                    + "(?:investigations?|inquiry|reporting|research|project|report)\\s+(?:by|of|between|from|with)\\s"
                    + "|\\binvestigaci[óo]n\\s+conjunta\\s+(?:de|entre)\\s|\\bgemeinsamen?\\s+Recherchen?\\s+von\\s"
                    + "|\\benquête\\s+(?:commune|conjointe)\\s+(?:de|entre)\\s");
    /** Names stand on both sides; on the left the outlet itself may say "we". */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?iu)(?:\\band|,)\\s+(?:its|their|our)\\s+(?:\\p{L}+\\s+){0,2}?partners?\\b"
                    + "|\\b(?:together|jointly|in\\s+(?:co-?operation|collaboration|partnership))\\s+with\\b"
                    + "|\\ben\\s+colaboraci[óo]n\\s+con\\b|\\bjunto\\s+con\\b|\\bgemeinsam\\s+mit\\b|\\ben\\s+collaboration\\s+avec\\b");
    /** Names precede. */
    private static final Pattern TOGETHER =
            Pattern.compile("(?iu)\\b(?:jointly|together)\\s+(?:investigated|reported|researched|found|reviewed)\\b"
                    + "|(?:联合|聯合|共同|合作)(?:调查|調查|报道|報道)");

    private static final Pattern WORK =
            Pattern.compile("(?iu)investig|report|research|recherch|enquêt|reviewed|analy[sz]ed|调查|調查");
    private static final Pattern SELF =
            Pattern.compile("(?iu)(?<!\\p{L})(?:we|us|our|this\\s+(?:news)?paper|本[报報])(?!\\p{L})");

    private final Map<String, Team> teams = new HashMap<>();

    /** Who investigated together, and the words that say so. */
    record Team(Set<String> members, String words) {
        String name() {
            return String.join(" and ", members);
        }
    }

    /**
     * @param newsrooms names of those whose own investigations are origins
     */
    static JointInvestigations of(Collection<Document> documents, Set<String> newsrooms, Parties parties) {
        JointInvestigations joint = new JointInvestigations();
        documents.stream()
                .sorted(Comparator.comparing(Document::id))
                .forEach(document -> joint.read(document, newsrooms, parties.outlet(document)));
        return joint;
    }

    /** The origin as that of the whole team; itself where it is no investigation of a team. */
    Origin shared(Origin origin) {
        Team team = teams.get(origin.party());
        if (team == null || origin.kind() != Origin.Kind.OWN_INVESTIGATION) {
            return origin;
        }
        return Parties.origin(
                team.name(), origin.kind(), team.name() + " investigated together: “" + team.words() + "”");
    }

    private void read(Document document, Set<String> newsrooms, String outlet) {
        String text = document.text();
        for (Pattern pattern : List.of(BY, BETWEEN, TOGETHER)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String before = before(text, matcher.start());
                String after = after(text, matcher.end());
                Set<String> left = pattern == BY ? Set.of() : names(before, newsrooms);
                Set<String> right = pattern == TOGETHER ? Set.of() : names(after, newsrooms);
                Set<String> all = new TreeSet<>(left);
                all.addAll(right);
                if (SELF.matcher(before + matcher.group() + after).find()) {
                    all.add(outlet);
                }
                boolean isWork = pattern != BETWEEN
                        || (!right.isEmpty() && WORK.matcher(before + after).find());
                if (all.size() > 1 && isWork) {
                    join(all, (matcher.group() + after).replaceAll("\\s+", " ").strip());
                }
            }
        }
    }

    private void join(Set<String> names, String words) {
        Set<String> members = new TreeSet<>(names);
        names.forEach(name -> Optional.ofNullable(teams.get(name)).ifPresent(team -> members.addAll(team.members())));
        Team team = new Team(members, words.length() > 120 ? words.substring(0, 120) + "…" : words);
        members.forEach(member -> teams.put(member, team));
    }

    private static Set<String> names(String words, Set<String> newsrooms) {
        String folded = Credits.fold(" " + words);
        List<String> found = new ArrayList<>();
        for (String name : newsrooms) {
            String wanted = Credits.fold(name);
            if (wanted.strip().length() > 1 && folded.contains(wanted)) {
                found.add(name);
            }
        }
        found.removeIf(name -> found.stream()
                .anyMatch(other ->
                        other.length() > name.length() && Credits.fold(other).contains(Credits.fold(name))));
        return new TreeSet<>(found);
    }

    private static String before(String text, int end) {
        int begin = Math.max(0, end - BEFORE);
        for (int i = end - 1; i >= begin; i--) {
            if (isEnd(text, i)) {
                begin = i + 1;
            }
        }
        return text.substring(begin, end);
    }

    private static String after(String text, int begin) {
        int end = Math.min(text.length(), begin + AFTER);
        for (int i = begin; i < end; i++) {
            if (isEnd(text, i)) {
                end = i;
            }
        }
        return text.substring(begin, end);
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        boolean stop =
                ".!?".indexOf(c) >= 0 && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
        return stop || c == '\n' || c == '。';
    }
}
