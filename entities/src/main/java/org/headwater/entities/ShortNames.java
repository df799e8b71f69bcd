package org.headwater.entities;

import java.util.List;
import java.util.Set;

/** Short names of bodies, which say who is meant only beside the full name: a word or two of it. */
final class ShortNames {
    private static final Set<String> GENERAL = Tables.words("general-words.txt");
    private static final Set<String> JOINTS = Set.of("the", "of", "for", "and", "de", "la", "el", "les", "des");

    private ShortNames() {}

    /** Whether it has few words, and one that can tell bodies apart. */
    static boolean isTelling(NameForm form) {
        List<String> words = content(form);
        return form.script() == NameForm.Script.ALPHABET
                && !words.isEmpty()
                && words.size() <= 2
                && words.stream().anyMatch(word -> word.length() >= 4 && !GENERAL.contains(word));
    }

    /** Whether the longer name has all words of the shorter, singular or plural, and more. */
    static boolean isShortFor(NameForm shorter, NameForm longer) {
        List<String> few = content(shorter);
        List<String> many = content(longer);
        if (longer.script() != NameForm.Script.ALPHABET || few.size() >= many.size()) {
            return false;
        }
        return few.stream()
                .allMatch(word -> many.contains(word)
                        || many.stream().anyMatch(each -> Synonyms.stem(each).equals(Synonyms.stem(word))));
    }

    /** Whether the longer name ends with the shorter, singular or plural. */
    static boolean isHeadOf(NameForm shorter, NameForm longer) {
        List<String> few = content(shorter);
        List<String> many = content(longer);
        return !few.isEmpty()
                && !many.isEmpty()
                && Synonyms.stem(few.get(few.size() - 1)).equals(Synonyms.stem(many.get(many.size() - 1)));
    }

    private static List<String> content(NameForm form) {
        return form.words().stream().filter(word -> !JOINTS.contains(word)).toList();
    }
}
