package org.headwater.lineage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Origin;

/** Which party a name of an attribution or an outlet is, and what kind of knowledge a party has. */
final class Parties {
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?iu)\\b(?:minist\\w*|polic\\w*|polizei\\w*|politie\\w*|government\\w*|gobierno|gouvernement|regierung|governo|embass\\w*|embajad\\w*"
                    + "|consul\\w*|court\\w*|tribunal\\w*|parliament\\w*|department of|office of|bureau of|prosecut\\w*"
                    + "|fiscal[ií]a|departments?|bureau|customs|home office|white house|fbi|rcmp|mi5|cia|europol|interpol|gendarmerie|guardia civil|carabinieri|authorit\\w*|autoridad\\w*|council|commission|state security|president|senate)\\b"
                    + "|部|公安|政府|外交|大使[馆館]|法院|[检檢]察|警");
    /** Things that people point to without saying whose they are; a name made of these and their adjectives names nobody. */
    private static final Pattern NOBODY =
            Pattern.compile("(?iu)(?:(?:an?|the|some|many|several|other|most|various|both|local|foreign|social"
                    + "|new|news|recent|latest|updated|first|second|initial|earlier|previous|separate|independent|official|unnamed|anonymous"
                    + "|own|open|numerous|certain|international|human|rights|press|media"
                    + "|un|una|uno|unas|unos|une|um|uma|ein|eine|een|la|el|los|las|le|les|die|der|het)\\s+)*"
                    + "(?:reports?|stud(?:y|ies)|surveys?|findings?|investigations?|articles?|sources?|media|outlets?|newspapers?|observers?|experts?"
                    + "|critics?|activists?|analysts?|officials?|people|person|man|woman|some|many|others|residents?|witness(?:es)?|organi[sz]ations?"
                    + "|researchers?|investigators?|journalists?|reporters?|lawyers?|lawmakers?|campaigners?|dissidents?|victims?|neighbou?rs?|students?|police"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|operations?|sites?|stations?|groups?|governments?|authorities|evidence|member|members|spokes(?:man|woman|person)|medios|fuentes|informes?|quellen|medien"
                    + "|m\u00e9dias|ngos?|ongs?|organizaci[óo]n(?:es)?|organizzazion[ei]|organiza[çc](?:ão|ões)|grupos?|groupes?|gruppen?"
                    + "|investigadores|activistas|chercheurs|报道|報道|媒体|媒體|消息|有人|人士"
                    + "|(?:一[个個家])?(?:人[权權]|非政府|民[间間])?(?:[组組][织織]|[团團][体體]|[机機][构構]))");

    /** An office or a body without a word of whose it is. */
    private static final Pattern BARE_OFFICE = Pattern.compile(
            "(?iu)(?:(?:the|el|la|le|der|die|het|de)\\s+)?(?:minist(?:er|ry)|embassy|consulate|courts?"
                    + "|prosecutors?(?:\u2019s|'s)?(?:\\s+office)?|government|council|commission|department|president|senate"
                    + "|parliament|embajada|ministerio|gobierno|fiscal[ií]a|tribunal)|大?使[馆館]|[领領]事[馆館]|政府|法院|[检檢]察院|警方");
    /** "the Chinese student", "Dutch media": somebody of a country, without a name. */
    private static final Pattern SOMEBODY_OF = Pattern.compile(
            "(?u)\\p{Lu}\\p{L}+(?:ese|ish|ian|an|ch|ss|i)\\s+(?:student|resident|dissident|activist|man|woman|lawyer"
                    + "|lawmaker|journalist|national|citizen|exile|critic|diplomat|witness|businessman|couple|family"
                    + "|media|press|newspaper|outlet|broadcaster)s?");
    /** "two men from the police station", "Two of the six": how many they are, not who. */
    private static final Pattern HOW_MANY = Pattern.compile(
            "(?u)(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\\d+|[Dd]ozens"
                    + "|[Hh]undreds|[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal|[Aa] few|[Bb]oth|[Aa]ll)\\s+of\\s.*"
                    + "|(?:two|three|four|five|six|seven|eight|nine|ten|\\d+|dozens|hundreds|several|a few)\\s\\p{Ll}.*)",
            Pattern.DOTALL);

    private static final Pattern INDEFINITE =
            Pattern.compile("(?iu)(?:an?|one|another|some|several|un|una|ein|eine|une|unnamed|anonymous)\\s+");
    private static final Pattern DATA =
            Pattern.compile("(?iu)\\b(?:data|databases?|datos|statistics|estad\u00edsticas?|census|figures|registers?"
                    + "|registry|records|filings)$|数据|數據|数字$|數字$|统计|統計|登记|登記");
    private static final Pattern PAPER =
            Pattern.compile("(?iu)\\b(?:documents?|papers|filings?|indictment|court\\s+files?|memorandum|treaty"
                    + "|agreement|transcripts?|notices?|leak|documentos?|dokumente?)$|文件|公告|备忘录|備忘錄|起诉书|起訴書");
    /** Words before a name that say what kind of thing it is. */
    private static final Pattern SORT = Pattern.compile(
            "(?u)^(?:\\p{Lu}\\p{L}+-based\\s+)?(?:(?:[Nn]on-governmental|[Hh]uman [Rr]ights|[Rr]ights)\\s+)?"
                    + "(?:NGO|[Gg]roup|[Oo]rgani[sz]ation|[Cc]harity|[Ww]atchdog|[Nn]ewspaper|[Mm]agazine|[Bb]roadcaster|[Ww]ebsite|[Aa]gency)?\\s*(?=\\p{Lu})");
    /** Where a party says things: its site is the party. */
    private static final Pattern MOUTHPIECE = Pattern.compile(
            "(?iu)(?:[\u2019']s?)?\\s+(?:web\\s?site|home\\s?page|web\\s?page|blog|account|newsletter|press\\s+office"
                    + "|spokes(?:man|woman|person)|report|researchers?|investigators?|analysts?|staff|team)$");
    /** A ministry of foreign affairs, an embassy and a consulate speak for their government and for nobody else. */
    private static final Pattern ENVOY = Pattern.compile(
            "(?iu)(\\p{Lu}[\\p{L} -]*?)(?:\u2019s|'s)?\\s+(?:ministry\\s+of\\s+foreign\\s+affairs|foreign"
                    + "\\s+(?:affairs\\s+)?(?:ministry|minister|office)|embass(?:y|ies)\\b.*|ambassadors?\\b.*|consulates?\\b.*|consul\\b.*)");

    /** The same in other languages; where it is posted says nothing of whose it is: "embajada de China en Madrid". */
    private static final Pattern ENVOY_ELSEWHERE = Pattern.compile(
            "(?U)((?i:embajad\\p{L}*|consulado\\p{L}*|ambassade\\p{L}*|consulat|botschaft\\p{L}*|ambasciat\\p{L}*"
                    + "|embaixad\\p{L}*)\\s.*?)(?:\\s+(?:en|à|em|in|a)\\s+\\p{Lu}.*)?"
                    + "|(.*(?:外交(?:部|大臣)|大使|[领領]事).*)");

    private final Map<EntityId, Entity> entities;
    private final Map<String, Entity> byName = new HashMap<>();
    private final StateNames states;

    Parties(Map<EntityId, Entity> entities, StateNames states) {
        this.entities = Map.copyOf(entities);
        this.states = states;
        entities.values().stream()
                .sorted(Comparator.comparing((Entity entity) -> entity.kind() != EntityKind.ORGANISATION)
                        .thenComparing(Entity::id))
                .forEach(entity -> {
                    byName.putIfAbsent(Credits.fold(entity.name()), entity);
                    entity.aliases().forEach(alias -> byName.putIfAbsent(Credits.fold(alias.name()), entity));
                });
    }

    /** The name of the party: its entity's, else as written. */
    String name(Attribution.Step step) {
        return entity(step).map(Entity::name).map(Parties::plain).orElseGet(() -> plain(step.name()));
    }

    /** The entity the step names, if it is known, or that of the party whose site or spokesperson it names. */
    Optional<Entity> entity(Attribution.Step step) {
        return entity(plain(step.name()))
                .or(() -> step.entity().map(entities::get))
                .or(() -> entity(step.name()));
    }

    /** The name without what kind of thing it is and without its site or spokesperson: "NGO River Watch's website". */
    private static String plain(String name) {
        String bare =
                SORT.matcher(MOUTHPIECE.matcher(name.strip()).replaceFirst("")).replaceFirst("");
        return bare.replaceFirst("(?:'s|\u2019s|\u2019|')$", "");
    }

    private Optional<Entity> entity(String name) {
        return Optional.ofNullable(byName.get(Credits.fold(name)));
    }

    /**
     * Whose knowledge a party gives: of a foreign ministry or an embassy that of its government, where that is known; its
     * own otherwise.
     */
    String answerable(String party) {
        Matcher envoy = ENVOY.matcher(party);
        return Optional.of(envoy)
                .filter(Matcher::matches)
                .flatMap(found ->
                        entity(found.group(1) + " government").map(Entity::name).or(() -> government(party)))
                .or(() -> Optional.of(ENVOY_ELSEWHERE.matcher(party))
                        .filter(Matcher::matches)
                        .flatMap(found -> government(found.group(1) == null ? party : found.group(1))))
                .orElse(party);
    }

    private Optional<String> government(String party) {
        List<String> countries = states.countries(party);
        return countries.size() == 1 ? Optional.of(states.government(countries.get(0))) : Optional.empty();
    }

    /** The agency whose name of two words or more stands at the end of these folded words, if one does. */
    Optional<Entity> agencyIn(String folded) {
        for (int at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
            String rest = folded.substring(at);
            Entity entity = byName.get(rest);
            if (entity != null
                    && entity.kind() == EntityKind.AGENCY
                    && rest.strip().contains(" ")) {
                return Optional.of(entity);
            }
        }
        return Optional.empty();
    }

    /** The name of the document's outlet as a party; what stands in for it where the outlet is not known. */
    String outlet(Document document) {
        String publisher = document.publisher();
        return Optional.ofNullable(byName.get(Credits.fold(publisher)))
                .map(Entity::name)
                .orElse(publisher);
    }

    /** Whether the party is the outlet, by its name or by the last word of it: "the Monitor" of the Border Monitor. */
    boolean isShortFor(String party, String outlet) {
        String last = Credits.fold(party);
        return isSame(party, outlet) || (!last.isBlank() && Credits.fold(outlet).endsWith(last));
    }

    boolean isSame(String one, String two) {
        return Credits.fold(one).equals(Credits.fold(two));
    }

    /**
     * Whether the words name a party at all, unlike "sources", "an official" or "media reports". Whom a text leaves
     * without a name, only the one who spoke with them can stand for.
     */
    boolean isSomebody(Attribution.Step step) {
        String name = step.name().strip();
        Optional<Entity> known = entity(step);
        boolean nobody = NOBODY.matcher(name).matches()
                || HOW_MANY.matcher(name).matches()
                || SOMEBODY_OF.matcher(name).matches()
                || (BARE_OFFICE.matcher(name).matches() && name(step).equals(plain(name)));
        if (name.isEmpty() || nobody) {
            return false;
        }
        boolean body =
                known.filter(entity -> entity.kind() == EntityKind.AGENCY).isPresent()
                        || OFFICIAL.matcher(name).find();
        if (body || DATA.matcher(name).find() || PAPER.matcher(name).find()) {
            return true;
        }
        boolean named = !Character.isLowerCase(name.codePointAt(0));
        return named && !isUnnamed(step, known);
    }

    /** "an Italian lawmaker": capitals, but nobody's name. */
    private static boolean isUnnamed(Attribution.Step step, Optional<Entity> known) {
        Matcher indefinite = INDEFINITE.matcher(step.text().strip());
        boolean person = known.map(entity -> entity.kind() == EntityKind.PERSON).orElse(true);
        return person
                && indefinite.lookingAt()
                && Credits.fold(step.text().strip().substring(indefinite.end())).equals(Credits.fold(step.name()));
    }

    /** The last party of the chain that is named at all; a carrier only where nobody else is. */
    Attribution.Step speaker(List<Attribution.Step> chain) {
        for (int i = chain.size() - 1; i > 0; i--) {
            if (isSomebody(chain.get(i)) && chain.get(i).how() != Attribution.How.TOLD) {
                return chain.get(i);
            }
        }
        for (int i = chain.size() - 1; i > 0; i--) {
            if (isSomebody(chain.get(i))) {
                return chain.get(i);
            }
        }
        return chain.get(0);
    }

    /** Why a chain goes on to this party. */
    static String reason(Attribution.Step party, String name) {
        String words = party.text().isBlank() || party.text().equals(name) ? "" : " (“" + party.text() + "”)";
        return switch (party.how()) {
            case TOLD -> "carried by " + name + words;
            case ACTOR -> "reports an act of " + name + words;
            case DECISION -> "attributed to " + name + " by a person's decision";
            case OUTLET, REPORT_VERB, ACCORDING_TO, QUOTATION, NOUN, DISCOURSE -> "cites " + name + words;
        };
    }

    /** The origin that a named party is. */
    Origin origin(Attribution.Step step) {
        return origin(step, answerable(name(step)));
    }

    /**
     * The same, where it is settled for whom the party speaks.
     *
     * @param answerable whose knowledge it is, such as a government's; the party's own name if nobody else's
     */
    Origin origin(Attribution.Step step, String answerable) {
        String name = name(step);
        Optional<Entity> entity = entity(step);
        boolean official = !answerable.equals(name) || OFFICIAL.matcher(name).find();
        EntityKind kind = !answerable.equals(name)
                ? EntityKind.AGENCY
                : entity.map(Entity::kind).orElse(official ? EntityKind.AGENCY : EntityKind.ORGANISATION);
        if (kind != EntityKind.PERSON && DATA.matcher(name).find()) {
            return origin(name, Origin.Kind.DATA, "“" + name + "” can be looked up by others");
        }
        if (kind == EntityKind.PUBLICATION
                || (kind != EntityKind.PERSON && PAPER.matcher(name).find())) {
            return origin(name, Origin.Kind.PRIMARY_DOCUMENT, "“" + name + "” is the document itself");
        }
        if (kind == EntityKind.PERSON) {
            return origin(name, Origin.Kind.TESTIMONY, name + " tells it");
        }
        if (official || kind == EntityKind.AGENCY || kind == EntityKind.PLACE) {
            return step.how() == Attribution.How.ACTOR
                    ? origin(
                            answerable,
                            Origin.Kind.OFFICIAL_ACT,
                            "an act of " + name + " is reported; nobody is named who says so")
                    : speaking(answerable, name);
        }
        return origin(name, Origin.Kind.OWN_INVESTIGATION, name + " reports what it found");
    }

    /** The government as an origin that speaks for itself by one of its bodies. */
    static Origin speaking(String government, String body) {
        return origin(
                government,
                Origin.Kind.OFFICIAL_STATEMENT,
                government + " speaks for itself" + (body.equals(government) ? "" : ", by its " + body));
    }

    static Origin origin(String party, Origin.Kind kind, String reason) {
        return new Origin(Origin.idOf(party), party, kind, reason);
    }
}
