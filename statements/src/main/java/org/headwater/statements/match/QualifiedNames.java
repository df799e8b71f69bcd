package org.headwater.statements.match;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.statements.marks.PartyMention;

/** Names of parties with the country they act for said: "Danish interior minister" where a text has the minister alone. */
public final class QualifiedNames {
    private static final Pattern OWNER = Pattern.compile("^([^'’]{2,40})['’]s?\\s+(.{3,})$");

    private QualifiedNames() {}

    /** The words with the country's adjective before them, unless they name the country or a person does the naming. */
    public static String of(PartyMention party, String words, Gazetteer gazetteer) {
        Optional<String> adjective = party.country().flatMap(gazetteer::adjectiveOf);
        if (adjective.isEmpty()) {
            return words;
        }
        Optional<String> owned = afterOwner(party, words, gazetteer);
        if (owned.isPresent()) {
            return adjective.get() + " " + owned.get();
        }
        boolean power =
                party.standing() == PartyMention.Standing.COUNTRY || party.standing() == PartyMention.Standing.POWER;
        boolean state = power || words.toLowerCase(Locale.ROOT).matches("(?:\\S+ ){0,2}governments?");
        if (state) {
            return adjective.get() + " government";
        }
        boolean said = gazetteer.mentions(words).stream()
                .anyMatch(mention -> mention.place().country().equals(party.country()));
        boolean plain = Character.isLowerCase(words.codePointAt(0)) || party.kind() == EntityKind.PERSON;
        return said || !plain ? words : adjective.get() + " " + words;
    }

    /** "Beijing's foreign ministry", "China's foreign ministry": what stands behind the country's own name. */
    private static Optional<String> afterOwner(PartyMention party, String words, Gazetteer gazetteer) {
        Matcher owner = OWNER.matcher(words);
        if (!owner.matches()
                || (party.kind() == EntityKind.PERSON && !party.role().isEmpty())) {
            return Optional.empty();
        }
        boolean country = gazetteer.mentions(owner.group(1)).stream()
                .anyMatch(mention -> mention.place().country().equals(party.country())
                        && mention.span().length() == owner.group(1).length());
        return country ? Optional.of(owner.group(2)) : Optional.empty();
    }
}
