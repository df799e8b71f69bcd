package org.headwater.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words for a company's legal form, before or behind its name, in many languages. */
final class LegalForms {
    private static final Map<String, String> CLASS_OF = new HashMap<>();
    private static final List<List<String>> FORMS = new ArrayList<>();
    private static final Set<String> MARKS = new HashSet<>();

    static {
        for (String row : Tables.rows("legal-forms.tsv")) {
            String[] columns = row.split("\t", -1);
            for (String form : columns[1].split("\\|", -1)) {
                CLASS_OF.put(form, columns[0]);
                FORMS.add(List.of(form.split(" ", -1)));
                if (form.length() > 2 && !columns[0].equals("plain") && !columns[0].equals("nonprofit")) {
                    MARKS.add(form);
                }
            }
        }
        FORMS.sort(Comparator.comparingInt((List<String> form) -> form.size())
                .reversed()
                .thenComparing(form -> String.join(" ", form)));
    }

    private LegalForms() {}

    /** Whether the word alone can be nothing else than a legal form. */
    static boolean isMark(String word) {
        return MARKS.contains(word);
    }

    /**
     * Takes the legal forms off a name.
     *
     * @param words the name's words, changed by this call; at least one is left
     * @return the class of the form, empty if there is none or only a plain word such as "Company"
     */
    static Optional<String> take(List<String> words) {
        Optional<String> found = Optional.empty();
        boolean more = true;
        while (more) {
            more = false;
            for (List<String> form : FORMS) {
                String kind = CLASS_OF.get(String.join(" ", form));
                boolean plain = kind.equals("plain");
                int n = form.size();
                if (words.size() > n && !plain) {
                    if (fits(words, words.size() - n, form)) {
                        words.subList(words.size() - n, words.size()).clear();
                        found = found.or(() -> Optional.of(kind));
                        more = true;
                        break;
                    }
                    if ((n > 1 || form.get(0).length() > 2) && fits(words, 0, form)) {
                        words.subList(0, n).clear();
                        found = found.or(() -> Optional.of(kind));
                        more = true;
                        break;
                    }
                }
            }
        }
        return found;
    }

    /** Whether it is a word such as "Company" or "Group" that says little. */
    static boolean isPlain(String word) {
        return "plain".equals(CLASS_OF.get(word));
    }

    private static boolean fits(List<String> words, int at, List<String> form) {
        for (int i = 0; i < form.size(); i++) {
            String word = words.get(at + i);
            String part = form.get(i);
            boolean misspelt =
                    part.length() >= 5 && (form.size() > 1 || part.length() >= 12) && Spelling.alike(word, part);
            if (!word.equals(part) && !misspelt) {
                return false;
            }
        }
        return true;
    }
}
