package org.headwater.entities;

import java.util.Locale;
import org.headwater.entities.NameForm.Script;
import org.headwater.model.EntityKind;

/**
 * Tells of two names alone whether they are likely one party's: across scripts, spellings, word order, initials, titles,
 * short and legal forms. It knows nothing of the documents they stand in, so that two namesakes are the same to it.
 *
 * <p>Compare is symmetric: the order of the names makes no difference. Safe to share between threads.
 */
public final class NameComparison {
    /** From this score on two names are taken as one party's; chosen for the best F1 on labelled pairs. */
    static final double SAME = 0.72;

    private NameComparison() {}

    /** Compares two names of parties of this kind. Empty names are like nothing. */
    public static Likeness compare(String a, String b, EntityKind kind) {
        if (a.isBlank() || b.isBlank()) {
            return new Likeness(0, false, "no name");
        }
        if (a.strip().equals(b.strip())) {
            return new Likeness(1, true, "the same name");
        }
        boolean inOrder = a.compareTo(b) <= 0;
        Likeness best = forms(NameForm.of(inOrder ? a : b), NameForm.of(inOrder ? b : a), kind);
        if (kind != EntityKind.PERSON && (a.contains("/") || b.contains("/"))) {
            for (String left : (inOrder ? a : b).split("/", -1)) {
                for (String right : (inOrder ? b : a).split("/", -1)) {
                    Likeness each = forms(NameForm.of(left), NameForm.of(right), kind);
                    if (each.score() > best.score()
                            && left.strip().length() > 3
                            && right.strip().length() > 3) {
                        best = each;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Compares two names of a schema of the FollowTheMoney vocabulary: Person, Company, Organization, LegalEntity,
     * PublicBody, Vessel and so on. What is no Person is compared as a body.
     */
    public static Likeness compare(String a, String b, String schema) {
        return compare(a, b, kindOf(schema));
    }

    /** The kind whose rules hold for a schema of the FollowTheMoney vocabulary. */
    public static EntityKind kindOf(String schema) {
        return switch (schema.strip().toLowerCase(Locale.ROOT)) {
            case "person" -> EntityKind.PERSON;
            case "publicbody" -> EntityKind.AGENCY;
            default -> EntityKind.ORGANISATION;
        };
    }

    static Likeness forms(NameForm a, NameForm b, EntityKind kind) {
        if (a.words().isEmpty() || b.words().isEmpty()) {
            return new Likeness(0, false, "no letters to compare");
        }
        if (a.words().equals(b.words()) && a.script() == b.script() && a.script() == Script.ALPHABET) {
            return new Likeness(0.99, true, "the same words but for case, accents and punctuation");
        }
        boolean syllables = a.script() == Script.CHINESE || a.script() == Script.HANGUL;
        if (syllables && a.script() == b.script()) {
            return bySyllables(a, b);
        }
        Likeness likeness = kind == EntityKind.PERSON ? PersonNames.compare(a, b) : BodyNames.compare(a, b);
        if (!likeness.same() && a.script() != b.script()) {
            Likeness consonants = Consonants.compare(a, b);
            return consonants.score() > likeness.score() ? consonants : likeness;
        }
        return likeness;
    }

    /** In scripts in which one character is a syllable, one other character is another name. */
    private static Likeness bySyllables(NameForm a, NameForm b) {
        String left = a.simplified();
        String right = b.simplified();
        if (left.equals(right)) {
            return new Likeness(0.98, true, "the same characters, traditional or simplified");
        }
        int common = 0;
        for (int i = 0; i < left.length(); i++) {
            if (right.indexOf(left.charAt(i)) >= 0) {
                common++;
            }
        }
        double score = Math.min(0.65, (double) common / Math.max(left.length(), right.length()));
        return new Likeness(score, false, "other characters");
    }
}
