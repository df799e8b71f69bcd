package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.gazetteer.Gazetteer;

/**
 * Compares names of companies, organisations, agencies and ships: short forms written out, legal forms set apart,
 * acronyms, numbers that must agree. Two names that each have a word the other lacks are two bodies'.
 */
final class BodyNames {
    private static final Map<String, List<String>> WRITTEN_OUT = writtenOut();
    private static final int LONGEST_FORM = 4;
    private static final Set<String> LITTLE = Set.of("the", "of", "and", "for", "de", "la", "del", "des", "du", "in");
    private static final Set<String> SHIP = Set.of("mv", "mt", "ss", "ms", "my", "rv", "sv");
    private static final double LITTLE_WEIGHT = 0.1;
    private static final double PLAIN_WEIGHT = 0.3;
    private static final double CONFLICT = 0.8;
    private static final double MISSING = 0.6;

    private BodyNames() {}

    static Likeness compare(NameForm a, NameForm b) {
        if (a.squeezed().equals(b.squeezed())) {
            return new Likeness(0.98, true, "the same letters, written together or apart");
        }
        Body left = Body.of(a);
        Body right = Body.of(b);
        Optional<Likeness> acronym = acronym(left, right).or(() -> acronym(right, left));
        if (acronym.isPresent()) {
            return acronym.get();
        }
        Likeness likeness = scored(left, right);
        boolean otherForm = left.form().isPresent()
                && right.form().isPresent()
                && !left.form().equals(right.form());
        if (otherForm && likeness.score() > 0.65) {
            return new Likeness(
                    0.65,
                    false,
                    "other legal form: " + left.form().get() + ", "
                            + right.form().get() + "; " + likeness.reason());
        }
        return likeness;
    }

    private static Likeness scored(Body left, Body right) {
        String whole = String.join("", left.words());
        String other = String.join("", right.words());
        if (whole.equals(other)) {
            return new Likeness(0.95, true, "the same words but for legal form and short forms");
        }
        Alignment alignment = Alignment.of(left.words(), right.words(), BodyNames::wordLikeness);
        double matched = 0;
        double weight = 0;
        List<String> differing = new ArrayList<>();
        for (Alignment.Pair pair : alignment.pairs()) {
            double each = Math.min(weight(pair.left()), weight(pair.right()));
            weight += each;
            matched += each * pair.likeness();
            if (pair.likeness() < 1) {
                differing.add(pair.left() + " ~ " + pair.right());
            }
        }
        double leftOver = weight(alignment.leftOver());
        double rightOver = weight(alignment.rightOver());
        List<String> over = new ArrayList<>(alignment.leftOver());
        over.addAll(alignment.rightOver());
        over.removeIf(LITTLE::contains);
        if (weight < 0.5) {
            return new Likeness(0, false, "no word in common");
        }
        boolean company = left.form().isPresent() || right.form().isPresent();
        Optional<String> apart = tellsApart(over, company);
        double score = matched / (weight + MISSING * (leftOver + rightOver));
        String reason = differing.isEmpty() ? "the same words" : "spelling: " + String.join(", ", differing);
        if (!over.isEmpty()) {
            reason += "; not in both: " + String.join(" ", over);
        }
        if (leftOver > 0.5 && rightOver > 0.5) {
            score = CONFLICT * matched / (weight + leftOver + rightOver);
        }
        if (apart.isPresent()) {
            score = Math.min(score, 0.5);
            reason = apart.get();
        }
        score = Math.max(0, Math.min(1, score));
        return new Likeness(score, score >= NameComparison.SAME, reason);
    }

    /** Numbers, and for companies places, that only one of the names has. */
    private static Optional<String> tellsApart(List<String> over, boolean company) {
        for (String word : over) {
            if (Numbers.isNumber(word) && !word.equals("1")) {
                return Optional.of("other number: " + word);
            }
            if (company && isPlace(word)) {
                return Optional.of("another country or city: " + word);
            }
        }
        return Optional.empty();
    }

    private static boolean isPlace(String word) {
        Gazetteer gazetteer = Gazetteer.shipped();
        return word.length() > 3
                && gazetteer
                        .named(word)
                        .filter(place -> place.population() == 0 || place.population() > 200_000)
                        .or(() -> gazetteer.demonym(word))
                        .isPresent();
    }

    private static double wordLikeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (Numbers.isNumber(a) || Numbers.isNumber(b) || a.length() < 3 || b.length() < 3) {
            return 0;
        }
        double distance = Spelling.distance(a, b);
        int shorter = Math.min(a.length(), b.length());
        double allowed = shorter < 4 ? 0.5 : shorter < 11 ? 1.0 : 1.5;
        boolean alike = Math.abs(a.length() - b.length()) <= 2 && distance <= allowed + 1e-9;
        // Iran is not Iraq misspelt.
        return alike && !(isPlace(a) && isPlace(b)) ? 1 - 0.6 * distance / shorter : 0;
    }

    /** RFA and Radio Free Asia: one name is the other's first letters. */
    private static Optional<Likeness> acronym(Body shorter, Body longer) {
        if (shorter.words().isEmpty() || longer.words().size() < 2) {
            return Optional.empty();
        }
        String letters = shorter.words().get(0);
        List<String> rest = shorter.words().subList(1, shorter.words().size());
        if (letters.length() < 3 || letters.length() > 7 || !isPlaceOnly(rest)) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder();
        StringBuilder great = new StringBuilder();
        for (String word : longer.words()) {
            all.append(word.charAt(0));
            if (!LITTLE.contains(word)) {
                great.append(word.charAt(0));
            }
        }
        boolean fits = letters.contentEquals(all) || letters.contentEquals(great);
        return fits
                ? Optional.of(new Likeness(
                        0.85,
                        true,
                        letters.toUpperCase(Locale.ROOT) + " are the first letters of "
                                + String.join(" ", longer.words())))
                : Optional.empty();
    }

    private static boolean isPlaceOnly(List<String> words) {
        return words.isEmpty() || (words.size() == 1 && isPlace(words.get(0)));
    }

    private static double weight(List<String> words) {
        return words.stream().mapToDouble(BodyNames::weight).sum();
    }

    private static double weight(String word) {
        return LITTLE.contains(word) ? LITTLE_WEIGHT : LegalForms.isPlain(word) ? PLAIN_WEIGHT : 1;
    }

    private static Map<String, List<String>> writtenOut() {
        Map<String, List<String>> map = new HashMap<>();
        for (String row : Tables.rows("word-forms.tsv")) {
            String[] columns = row.split("\t", -1);
            List<String> full = NameForm.of(columns[0]).words();
            for (String form : columns[1].split("\\|", -1)) {
                map.put(String.join(" ", NameForm.of(form).words()), full);
            }
        }
        return map;
    }

    /**
     * A body's name taken apart.
     *
     * @param words its words, short forms written out, numbers in digits, legal form taken off
     * @param form class of its legal form, if it has one
     */
    private record Body(List<String> words, Optional<String> form) {
        static Body of(NameForm name) {
            List<String> words = new ArrayList<>(joinLetters(name.words()));
            words.removeIf(word -> word.equals("the"));
            if (words.size() > 1 && SHIP.contains(words.get(0))) {
                words.remove(0);
            }
            Optional<String> form = LegalForms.take(words);
            return new Body(Numbers.inDigits(writeOut(words)), form);
        }

        /** A.B.C. is one word. */
        private static List<String> joinLetters(List<String> words) {
            List<String> joined = new ArrayList<>();
            boolean open = false;
            for (String word : words) {
                boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
                if (letter && open) {
                    joined.set(joined.size() - 1, joined.get(joined.size() - 1) + word);
                } else {
                    joined.add(word);
                }
                open = letter;
            }
            return joined;
        }

        private static List<String> writeOut(List<String> words) {
            List<String> out = new ArrayList<>();
            int i = 0;
            while (i < words.size()) {
                int taken = 0;
                for (int n = Math.min(LONGEST_FORM, words.size() - i); n >= 1 && taken == 0; n--) {
                    List<String> full = WRITTEN_OUT.get(String.join(" ", words.subList(i, i + n)));
                    if (full != null) {
                        out.addAll(full);
                        taken = n;
                    }
                }
                if (taken == 0) {
                    out.add(words.get(i));
                }
                i += Math.max(1, taken);
            }
            return out;
        }
    }
}
