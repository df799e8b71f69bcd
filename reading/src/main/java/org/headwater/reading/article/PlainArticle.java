package org.headwater.reading.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.reading.article.HeadLines.Line;

/**
 * Reads title, outlet, byline and date from the lines around an article's prose, by the habits of newspapers:
 *
 * <ul>
 *   <li>a masthead: a name above everything else, alone or with a date, a section or a motto below it, then a headline;
 *   <li>a line of parts: "Outlet – by Author", "Outlet | 5 December 2022 | World";
 *   <li>a byline: "By Author, Agency", "Von …", "记者 …"; and a date line: "Published 5 December 2022, 10:14";
 *   <li>a dateline: "MADRID, 5 December 2022 (Agency) -";
 *   <li>a credit: "Source: Outlet", "© 2022 Outlet", "Republished from Outlet".
 * </ul>
 *
 * <p>Only what is printed counts; a date inside the prose is a date the article speaks of, not its own.
 */
public final class PlainArticle {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern PARTS = Pattern.compile("\\s*[|·•│]\\s*|\\s+[—–-]\\s+|\\s*——\\s*");
    private static final Pattern STRONG_PARTS = Pattern.compile(".*[|·•│].*");
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:written |reported |words |text |posted |published )?by|from our|von|par|por|door|oleh|di|af|av"
                    + "|(?:author|autor|auteur|autore|penulis|text|text by)\\s?:)\\s+(?<who>.{2,100})$",
            FLAGS);
    private static final Pattern STAFF = Pattern.compile(
            "^(?:\\S+ ){1,4}(?:staff|correspondents?|reporters?|writers?|desk|news team|newsroom|redaktion|redacción)$",
            FLAGS);
    private static final Pattern HAN_BY =
            Pattern.compile("^(?:(?:本报|本報|本刊|本网|本網)?(?:记者|記者|作者|撰文|编译|編譯|文)\\s*[:：/／]?\\s*(?<who>\\S.{1,30})"
                    + "|(?<staff>(?:本报|本報|本刊|本网|本網|本社).{0,16}(?:报道|報道|报导|報導|讯|訊)))$");
    private static final Pattern PUBLISHED = Pattern.compile(
            "^\\W*(?:first )?(?:published|posted|date|issued|released|veröffentlicht|publicado|publié|pubblicato|gepubliceerd"
                    + "|publicado em|diterbitkan|zveřejněno|发布|發布|發佈|发表|發表|日期|时间|時間|公開|投稿|등록|입력).*",
            FLAGS);
    private static final Pattern UPDATED = Pattern.compile(
            "^\\W*(?:last )?(?:updated|modified|edited|aktualisiert|actualizado|mis à jour|aggiornato|bijgewerkt|更新|수정).*",
            FLAGS);
    private static final Pattern CREDIT = Pattern.compile(
            "^\\W*(?:source|quelle|fuente|fonte|bron|sumber|zdroj|来源|來源|出處|출처"
                    + "|(?:(?:this article )?(?:was )?(?:first|originally) )?(?:published|appeared)(?: first)? (?:by|in|on|at)"
                    + "|republished (?:from|by permission of)|reprinted from)\\s*[:：]?\\s+(?<who>.{2,60}?)\\.?$",
            FLAGS);
    private static final Pattern COPYRIGHT = Pattern.compile(
            "^(?:©|\\(c\\)|copyright)[\\s©]*(?:(?:19|20)\\d{2}(?:\\s?[-–]\\s?(?:19|20)?\\d{2})?)?,?\\s*(?<who>\\p{L}[^.|]{1,50}?)"
                    + "(?:[.,|]? all rights reserved.*|\\.)?$",
            FLAGS);
    private static final Pattern DATELINE = Pattern.compile(
            "^(?<city>\\p{Lu}[\\p{L} .'’/-]{1,40})(?<date>,[^()—]{1,40})?\\s*(?:\\((?<agency>\\p{Lu}[\\p{L} .&-]{1,40})\\)\\s*)?[—–-]+\\s.*",
            Pattern.DOTALL);
    private static final int META_UNITS = 140;
    private static final int HEAD_UNITS = 800;

    private final HeadLines lines;
    private Facts facts = Facts.none();

    private PlainArticle(HeadLines lines) {
        this.lines = lines;
    }

    /** What the text says about itself. */
    public static Facts facts(String text) {
        PlainArticle article = new PlainArticle(HeadLines.of(text));
        article.readHead();
        article.readDateline();
        article.readTail();
        return article.facts;
    }

    /**
     * The facts printed in a paper, and where they are silent those of its file's properties. An organisation that the file
     * names as its author, and that is printed at the head of the paper, is its publisher.
     */
    public static Facts of(String text, Facts properties) {
        Facts printed = facts(text);
        String author = properties.byline().orElse("");
        if (!printed.outlet().isKnown()
                && Words.isOrganisation(author)
                && text.substring(0, Math.min(text.length(), HEAD_UNITS)).contains(author)) {
            printed = printed.withOutlet(Known.of(author, "author in the file's properties, printed at the head"));
        }
        return printed.orElse(properties);
    }

    private void readHead() {
        List<Line> head = lines.head();
        Optional<Line> masthead = masthead(head);
        masthead.ifPresent(line -> outlet(line.text(), "masthead, line " + line.number()));
        Known<PartialDate> updated = Known.unknown();
        Known<String> fallback = Known.unknown();
        for (Line line : head) {
            if ((masthead.isPresent() && masthead.get().equals(line)) || Words.isCrumb(line.text())) {
                continue;
            }
            if (UPDATED.matcher(line.text()).matches() && line.text().length() <= META_UNITS) {
                updated = Facts.first(updated, dateOf(line, "updated, line "));
            } else if (!readMeta(line) && isHeadline(line.text())) {
                Known<String> title =
                        Known.of(line.text(), line.number() == 1 ? "first line" : "line " + line.number());
                if (masthead.isPresent() && line.block() == masthead.get().block()) {
                    fallback = Facts.first(fallback, title);
                } else {
                    facts = facts.withTitle(Facts.first(facts.title(), title));
                }
            }
        }
        facts = facts.withTitle(Facts.first(facts.title(), fallback))
                .withPublished(Facts.first(facts.published(), updated));
    }

    /** A name on top, with a headline further down: the paper's own. */
    private static Optional<Line> masthead(List<Line> head) {
        Optional<Line> first =
                head.stream().filter(line -> !Words.isCrumb(line.text())).findFirst();
        if (first.isEmpty()
                || !Words.isName(first.get().text())
                || isMeta(first.get().text())) {
            return Optional.empty();
        }
        Line top = first.get();
        boolean company = head.stream().anyMatch(line -> !line.equals(top) && line.block() == top.block());
        boolean dated = head.stream().anyMatch(line -> line.block() == top.block() && isMeta(line.text()));
        boolean headline = head.stream()
                .anyMatch(line -> !line.equals(top)
                        && (line.block() > top.block() || company)
                        && !isMeta(line.text())
                        && isHeadline(line.text())
                        && (dated
                                || line.text().length() > Words.name(top.text()).length()));
        boolean paper = company || Words.isMedia(top.text()) || Words.namesEdition(top.text());
        return headline && paper ? first : Optional.empty();
    }

    private static boolean isHeadline(String line) {
        return line.length() >= 8 && line.length() <= 300 && Words.count(line) >= 3 && !line.contains("://");
    }

    private static boolean isMeta(String line) {
        return (WrittenDate.in(line).isPresent() && isDateLine(line))
                || BY.matcher(line).matches()
                || HAN_BY.matcher(line).matches();
    }

    /** Takes what a line of parts says; whether it is one. */
    private boolean readMeta(Line line) {
        String text = line.text();
        if (text.length() > META_UNITS) {
            return false;
        }
        Matcher credit = CREDIT.matcher(text);
        if (credit.matches() && Words.isName(credit.group("who"))) {
            outlet(credit.group("who"), "credit, line " + line.number());
            return true;
        }
        String[] parts = PARTS.split(text, -1);
        boolean dated = WrittenDate.in(text).isPresent() && isDateLine(text);
        boolean signed = false;
        for (String part : parts) {
            signed |= readByline(part.strip(), line.number());
        }
        if (dated) {
            facts = facts.withPublished(Facts.first(facts.published(), dateOf(line, "line ")));
        }
        if ((signed || (dated && STRONG_PARTS.matcher(text).matches())) && parts.length > 1) {
            for (String part : parts) {
                if (Words.isName(part)
                        && !STAFF.matcher(part).matches()
                        && !isMeta(part)
                        && (Words.count(part) > 1 || Words.isMedia(part) || signed)) {
                    outlet(part, (signed ? "byline, line " : "line ") + line.number());
                    break;
                }
            }
        }
        return signed || dated;
    }

    private boolean readByline(String part, int number) {
        Matcher by = BY.matcher(part);
        Matcher han = HAN_BY.matcher(part);
        String who;
        if (by.matches() && !Words.endsSentence(part) && isAuthor(by.group("who"))) {
            who = part.startsWith("From our") ? part.substring(5) : by.group("who");
        } else if (han.matches()) {
            who = han.group("who") != null ? han.group("who") : han.group("staff");
        } else if (STAFF.matcher(part).matches()) {
            who = part;
        } else {
            return false;
        }
        facts = facts.withByline(Facts.first(facts.byline(), Known.of(who.strip(), "byline, line " + number)));
        int comma = who.lastIndexOf(',');
        String agency = comma < 0 ? "" : who.substring(comma + 1).strip();
        if (Words.isName(agency) && Words.isMedia(agency)) {
            outlet(agency, "byline, line " + number);
        }
        return true;
    }

    /** An author is a name, or "our correspondent", "its Europe desk", "staff"; not the rest of a sentence. */
    private static boolean isAuthor(String who) {
        String[] words = Words.split(who);
        return words.length <= 14
                && (Character.isUpperCase(who.codePointAt(0))
                        || Character.isIdeographic(who.codePointAt(0))
                        || who.matches("(?i)(?:our|its|the|a|an|staff|admin|editor|reporter|correspondent)\\b.*"));
    }

    private Known<PartialDate> dateOf(Line line, String how) {
        return WrittenDate.in(line.text())
                .map(found -> Known.of(found.date(), how + line.number()))
                .orElse(Known.unknown());
    }

    /** Whether a line is there for its date, rather than speaking of one. */
    private static boolean isDateLine(String text) {
        if (PUBLISHED.matcher(text).matches() || STRONG_PARTS.matcher(text).matches()) {
            return true;
        }
        Optional<WrittenDate> date = WrittenDate.in(text);
        if (date.isEmpty()) {
            return false;
        }
        String rest = text.substring(0, date.get().begin()) + " "
                + text.substring(date.get().end());
        for (String part : PARTS.split(rest, -1)) {
            if (BY.matcher(part.strip()).matches()) {
                return true;
            }
        }
        String words = rest.replaceAll("\\d{1,2}[:.h]\\d{2}(?::\\d{2})?", " ")
                .replaceAll("[^\\p{L} ]", " ")
                .strip();
        return words.isEmpty() || Words.count(words) <= 4;
    }

    private void readDateline() {
        if (lines.prose().isEmpty()) {
            return;
        }
        Matcher dateline = DATELINE.matcher(lines.prose().get());
        if (!dateline.matches()) {
            return;
        }
        if (dateline.group("date") != null) {
            WrittenDate.in(dateline.group("date"))
                    .ifPresent(found -> facts =
                            facts.withPublished(Facts.first(facts.published(), Known.of(found.date(), "dateline"))));
        }
        if (dateline.group("agency") != null && !facts.outlet().isKnown()) {
            outlet(dateline.group("agency"), "dateline");
        }
    }

    private void readTail() {
        for (Line line : lines.tail()) {
            Matcher credit = CREDIT.matcher(line.text());
            Matcher copyright = COPYRIGHT.matcher(line.text());
            if (credit.matches() && Words.isName(credit.group("who"))) {
                outlet(credit.group("who"), "credit at the end");
            } else if (copyright.matches() && Words.isName(copyright.group("who"))) {
                outlet(copyright.group("who"), "copyright line");
            }
        }
        if (lines.tail().isEmpty() || lines.prose().isEmpty()) {
            return;
        }
        String last = lines.tail().get(lines.tail().size() - 1).text();
        if (Words.isName(last) && Words.isMedia(last) && !STAFF.matcher(last).matches()) {
            outlet(last, "last line");
        }
    }

    private void outlet(String name, String how) {
        if (!facts.outlet().isKnown()) {
            facts = facts.withOutlet(Known.of(Words.name(name), how));
        }
    }
}
