package org.headwater.casefile.masking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds full names that the words around them show to be a person's: behind a title ("Ms …"), before an age, behind what
 * only persons are ("dissident …", "his wife, …"). Names that nothing shows to be a person's are not found; those who read
 * out statements find most of them.
 *
 * <p>Stateless, safe for use by several threads.
 */
public final class NamedPersons {
    /**
     * Languages in which persons are recognised, here and by those who read out statements. In others few are, so that
     * nobody can tell whom a text names.
     */
    public static final Set<String> LANGUAGES = Set.of("en", "es", "zh");

    private static final String PART = "\\p{Lu}[\\p{L}'’-]{0,20}\\p{Ll}[\\p{L}'’-]{0,20}+";
    private static final String PARTICLE =
            "(?:van|von|de|del|della|der|den|di|da|dos|bin|bint|ibn|al|el|la|le|ter|ten)";
    private static final String NAME = "(" + PART + "(?: (?:" + PARTICLE + " ){0,2}" + PART + "){1,3})";

    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile(
                    "(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|Monsieur|Madame|Mevrouw|Señora?|Sra?|Signora?)\\.? "
                            + NAME),
            Pattern.compile("(?<!\\p{L})" + NAME + ",? (?:\\(\\d\\d\\)|(?:aged )?\\d\\d,|who is \\d\\d)"),
            Pattern.compile(
                    "(?<!\\p{L})(?:(?:man|woman|person|boy|girl|someone) (?:named|called|identified as)|wife|husband|son"
                            + "|daughter|brother|sister|mother|father|cousin|uncle|aunt|neighbou?r|activist|dissident|student|refugee|migrant"
                            + "|asylum[ -]seeker|businessman|businesswoman|resident|volunteer|defector|fugitive|witness|victim),? "
                            + NAME));

    private NamedPersons() {}

    /** The names, each once, in their order. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Pattern sign : SIGNS) {
            Matcher matcher = sign.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
