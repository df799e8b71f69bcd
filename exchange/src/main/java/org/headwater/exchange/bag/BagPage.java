package org.headwater.exchange.bag;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.evidence.CustodyHead;
import org.headwater.model.Attribution;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.Sha256;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/**
 * The page of a bag that people read: every finding with its values, origins, sentences and denials. One file without
 * scripts, images or fonts from anywhere; it links only to texts in the bag.
 */
final class BagPage {
    private static final String STYLE = """
            body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1b1b}
            h1,h2,h3{font-family:sans-serif;line-height:1.2}h2{border-top:1px solid #bbb;padding-top:1em}
            h3{font-size:1em;margin:1.2em 0 .2em}blockquote{margin:.3em 0 .3em 1em;padding-left:.8em;border-left:3px solid #bbb}
            .facts{color:#555;font-size:.9em}.warning{border:2px solid #a00;padding:.6em}
            .denied{border-left:3px solid #a00;padding-left:.8em}code{word-break:break-all}
            """;

    private final CaseView view;
    private final Wording wording;
    private final Selection selection;
    private final Set<DocumentId> texts;
    private final BagExport.Summary counts;
    private final StringBuilder page = new StringBuilder();

    /**
     * @param texts documents whose texts are in the bag
     */
    BagPage(CaseView view, Wording wording, Selection selection, Set<DocumentId> texts, BagExport.Summary counts) {
        this.view = view;
        this.wording = wording;
        this.selection = selection;
        this.texts = texts;
        this.counts = counts;
    }

    String html(CustodyHead head, Sha256 key, Instant made, boolean namesPersons) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<title>What was said, by whom, and on what it rests</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>What was said, by whom, and on what it rests</h1>\n");
        if (namesPersons) {
            element(
                    "p class=\"warning\"",
                    "Not for publication: the originals in this bundle name persons who are withheld.");
        }
        element(
                "p class=\"facts\"",
                String.format(
                        Locale.ROOT,
                        "%s from %s in %s. %s in this bundle. Persons who are withheld are shown by their initials. Made"
                                + " %s.",
                        FindingWords.count(counts.findings(), "finding"),
                        FindingWords.count(counts.statements(), "statement"),
                        FindingWords.count(counts.documents(), "document"),
                        FindingWords.count(counts.originals(), "original is", "originals are"),
                        made.toString().substring(0, 10)));
        if (!counts.heldBack().words().isEmpty()) {
            element(
                    "p class=\"facts\"",
                    "Held back: " + String.join("; ", counts.heldBack().words())
                            + ". Their digests are here. Whoever has the case can export them knowingly (--with-originals); the"
                            + " bundle then names persons.");
        }
        selection.findings().forEach(this::finding);
        page.append("<h2>How to check this bundle</h2>\n<p>Run <code>sh verify.sh</code> in its folder; it needs only"
                + " <code>sha256sum</code> and <code>openssl</code>. Then compare the fingerprint of the key, and the last"
                + " custody entry, with what the makers of the bundle tell you in another way.</p>\n");
        element("p class=\"facts\"", "Fingerprint of the key: " + key);
        element("p class=\"facts\"", "Custody entry " + head.sequence() + ": " + head.digest());
        return page.append("</body>\n</html>\n").toString();
    }

    private void finding(Finding finding) {
        page.append("<h2 id=\"")
                .append(escaped(finding.id().value()))
                .append("\">")
                .append(escaped(wording.subject(finding)))
                .append("</h2>\n");
        for (Finding.Value value : finding.values()) {
            element("h3", wording.says(finding, value) + " (" + standing(value) + ")");
            for (Finding.Support support : value.supports()) {
                element(
                        "p class=\"facts\"",
                        "Origin: " + support.origin().party() + ", "
                                + support.origin().kind().words() + "; carried by "
                                + support.carriers().size()
                                + (support.carriers().size() == 1 ? " document" : " documents"));
                support.carriers().forEach(carrier -> carrier.statements().forEach(this::quote));
            }
            value.circular().forEach(this::quote);
        }
        if (!finding.denials().isEmpty()) {
            page.append("<div class=\"denied\">\n");
            element("h3", "Denied");
            finding.denials().forEach(this::quote);
            page.append("</div>\n");
        }
    }

    private static String standing(Finding.Value value) {
        String standing = value.standing().name().toLowerCase(Locale.ROOT);
        return value.reason().isEmpty() ? standing : standing + ": " + value.reason();
    }

    private void quote(StatementId id) {
        Optional.ofNullable(view.statements().get(id)).ifPresent(this::quote);
    }

    private void quote(Statement statement) {
        page.append("<blockquote>").append(escaped(statement.quote())).append("</blockquote>\n");
        List<String> chain = statement.attribution().steps().stream()
                .map(Attribution.Step::name)
                .toList();
        page.append("<p class=\"facts\">")
                .append(escaped(String.join(" ← ", chain)))
                .append(" · ");
        DocumentId document = statement.document();
        if (texts.contains(document)) {
            page.append("<a href=\"texts/")
                    .append(escaped(document.value()))
                    .append(".txt\">")
                    .append(escaped(title(document)))
                    .append("</a>");
        } else if (selection.documents().contains(document)) {
            page.append(escaped(title(document))).append(" (text held back)");
        }
        page.append(" · ").append(escaped(statement.id().value())).append("</p>\n");
    }

    private String title(DocumentId id) {
        return view.document(id)
                .map(document -> document.title().orElse(document.label())
                        + document.published().value().map(date -> ", " + date).orElse(""))
                .map(view::masked)
                .orElse(id.value());
    }

    private void element(String tag, String words) {
        page.append('<')
                .append(tag)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(tag.split(" ", 2)[0])
                .append(">\n");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
