package org.headwater.statements.attribution;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headwater.model.EntityKind;

/** Somebody whom one text names, as far as the text has been read. Changes while it is read; never leaves the package. */
final class Party {
    enum Kind {
        PERSON,
        ORGANISATION,
        UNKNOWN
    }

    private String name;
    private Kind kind;
    private Optional<String> role = Optional.empty();
    private Optional<String> body = Optional.empty();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> called = new LinkedHashSet<>();
    private int lastSeen;
    private int lastSpoke = -1;
    private boolean published;
    private boolean ownName;
    private boolean shortened;
    private Optional<Party> meant = Optional.empty();
    private final int firstSeen;

    Party(String name, Kind kind, int offset) {
        this.name = name;
        this.kind = kind;
        this.lastSeen = offset;
        this.firstSeen = offset;
        words.addAll(wordsOf(name));
    }

    static List<String> wordsOf(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s\\-–,.’'&()]+", -1))
                .filter(word -> !word.isEmpty() && !word.equals("the") && !word.equals("s"))
                .toList();
    }

    /** The name; of a party that only a description names, that of the one it turned out to be. */
    String name() {
        return meant.map(Party::name).orElse(name);
    }

    Kind kind() {
        return kind;
    }

    /** What it is among all things of a case, if the text tells. */
    Optional<EntityKind> entityKind() {
        if (meant.isPresent()) {
            return meant.get().entityKind();
        }
        return switch (kind) {
            case PERSON -> Optional.of(EntityKind.PERSON);
            case ORGANISATION -> Optional.of(EntityKind.ORGANISATION);
            case UNKNOWN -> Optional.empty();
        };
    }

    Optional<String> role() {
        return meant.isPresent() ? meant.get().role() : role;
    }

    Optional<String> body() {
        return meant.isPresent() ? meant.get().body() : body;
    }

    Set<String> words() {
        return words;
    }

    /** Common nouns the text calls it by: group, newspaper, ministry. */
    Set<String> called() {
        return called;
    }

    int firstSeen() {
        return firstSeen;
    }

    /** Whether the text gives it a name of its own rather than a description. */
    boolean hasOwnName() {
        return ownName;
    }

    void getsOwnName() {
        ownName = true;
    }

    /** One word of its name stands for it, as a surname does. */
    void goesByOneWord() {
        shortened = true;
    }

    /** Whether nothing shows it to be a body and its name is used as those of persons are. */
    boolean mayBePerson() {
        return kind == Kind.PERSON || (kind == Kind.UNKNOWN && shortened && !published);
    }

    /** A description that turns out to mean a party named later. */
    void turnsOutToBe(Party other) {
        meant = Optional.of(other);
    }

    int lastSeen() {
        return lastSeen;
    }

    int lastSpoke() {
        return lastSpoke;
    }

    boolean hasSpoken() {
        return lastSpoke >= 0;
    }

    boolean hasPublished() {
        return published;
    }

    void seen(int offset) {
        lastSeen = Math.max(lastSeen, offset);
    }

    void speaks(int offset) {
        lastSpoke = Math.max(lastSpoke, offset);
        seen(offset);
    }

    void publishes() {
        published = true;
    }

    void be(Kind known) {
        if (kind == Kind.UNKNOWN) {
            kind = known;
        }
    }

    void act(String as) {
        if (role.isEmpty() && !as.isBlank()) {
            role = Optional.of(as);
        }
    }

    void speakFor(String whom) {
        if (body.isEmpty() && !whom.isBlank()) {
            body = Optional.of(whom);
        }
    }

    void callIt(String noun) {
        called.add(noun);
    }

    /** Takes the longer of two names of the same party. */
    void alsoNamed(String other) {
        List<String> more = wordsOf(other);
        if (more.size() > words.size() && more.containsAll(words)) {
            name = other;
            words.addAll(more);
        }
    }

    /** Whether the name may be short for this party's: some of its words, the surname, or the initials. */
    boolean answersTo(String other) {
        List<String> wanted = wordsOf(other);
        if (wanted.isEmpty()) {
            return false;
        }
        if (words.containsAll(wanted)) {
            return kind != Kind.PERSON || isEndOfName(wanted) || wanted.size() == words.size() || wanted.size() > 1;
        }
        if (kind != Kind.PERSON
                && wanted.size() == 1
                && initials().equals(wanted.get(0))
                && wanted.get(0).length() > 1) {
            return true;
        }
        return wanted.size() == 1 && words.size() <= 3 && isMisspelt(wanted.get(0), lastWord());
    }

    private boolean isEndOfName(List<String> wanted) {
        return wanted.get(wanted.size() - 1).equals(lastWord())
                || words.iterator().next().equals(wanted.get(0));
    }

    private String lastWord() {
        String last = "";
        for (String word : words) {
            last = word;
        }
        return last;
    }

    private String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (!Set.of("of", "for", "and", "to", "in").contains(word)) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /** One letter more, less or other in a long word: a slip, or another spelling of the same name. */
    private static boolean isMisspelt(String some, String other) {
        if (Math.min(some.length(), other.length()) < 7 || Math.abs(some.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(some.length(), other.length()) && some.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfSome = some.substring(same);
        String restOfOther = other.substring(same);
        String shorter = restOfSome.length() <= restOfOther.length() ? restOfSome : restOfOther;
        String longer = restOfSome.length() <= restOfOther.length() ? restOfOther : restOfSome;
        boolean added =
                longer.length() > shorter.length() && longer.substring(1).equals(shorter);
        boolean changed = longer.length() == shorter.length()
                && (longer.isEmpty() || longer.substring(1).equals(shorter.substring(1)));
        return added || changed;
    }
}
