package org.headwater.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;

/**
 * Mail (RFC 5322, MIME): its text is a document, each attachment a source of its own. Plain text is preferred to HTML where
 * a mail has both. A mailbox that is an office (press@, news@) is the outlet; a person's is not.
 */
final class Mail implements Format {
    private static final Pattern OFFICE = Pattern.compile(
            "(?:press|presse|prensa|stampa|news|newsletter|info|media|editor|editors|redaktion|redactie|redazione|desk|office|contact|"
                    + "communications?|no-?reply|alerts?|updates?|service|team|admin|webmaster|secretariat|pr)[0-9._+-]*.*");
    private static final MimeConfig MIME = new MimeConfig.Builder()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderLen(1 << 20)
            .setMaxHeaderCount(10_000)
            .setMaxContentLen(-1)
            .build();

    private final ReadingLimits limits;
    private final HtmlPage html;

    Mail(ReadingLimits limits, HtmlPage html) {
        this.limits = limits;
        this.html = html;
    }

    @Override
    public String reader() {
        return "mail@1";
    }

    @Override
    public boolean isBoundedByLength() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (InputStream in = source.open()) {
            read(in, "", source, sink);
        }
    }

    /** Reads one mail, which is a part of a mailbox or a source of its own. */
    void read(InputStream in, String part, Source source, Sink sink) throws Refusal, IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MIME);
        Message mail = builder.parseMessage(in);
        Contents contents = new Contents();
        collect(mail, contents, 0);
        Facts facts = facts(mail);
        String text = contents.text();
        if (!text.isBlank()) {
            Bytes.checkUnits(text.length(), limits);
            sink.document(Reading.whole(text, facts.orElse(dateless(PlainArticle.facts(text))), List.of())
                    .asPart(part));
        } else if (contents.encrypted) {
            throw new Refusal(Fault.ENCRYPTED, "the mail is encrypted");
        } else if (contents.attachments.isEmpty()) {
            throw new Refusal(Fault.NO_TEXT, "the mail is empty");
        }
        sink.passedOver(contents.pictures, "pictures in the mail's text");
        Expansion expansion = source.expansion(limits);
        for (Attachment attachment : contents.attachments) {
            String path = part.isEmpty() ? attachment.name : part + "/" + attachment.name;
            sink.contained(source.contains(path, attachment.bytes, expansion).declaredAs(Optional.of(attachment.type)));
        }
    }

    /** What a mail's text says of dates and outlets is said of what it passes on. */
    private static Facts dateless(Facts facts) {
        return Facts.none().withTitle(facts.title());
    }

    private void collect(Entity entity, Contents contents, int depth) throws Refusal, IOException {
        if (depth > 32) {
            throw new Refusal(Fault.TOO_DEEP, "its parts are nested more than 32 deep (the bound)");
        }
        Body body = entity.getBody();
        String type = entity.getMimeType().toLowerCase(Locale.ROOT);
        contents.encrypted |= type.equals("multipart/encrypted") || type.equals("application/pkcs7-mime");
        if (body instanceof Multipart parts) {
            collectAll(parts, type.equals("multipart/alternative"), contents, depth);
        } else if (body instanceof Message inner) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(inner, bytes);
            contents.attachments.add(
                    new Attachment(name(entity, contents, "eml"), MediaTypes.MAIL, Spool.ofBytes(bytes.toByteArray())));
        } else if (body instanceof SingleBody single) {
            boolean attached =
                    "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
            if (single instanceof TextBody && !attached && (type.equals("text/plain") || type.equals("text/html"))) {
                contents.add(
                        type.equals("text/html")
                                ? htmlText(words(entity, single))
                                : plain(entity, words(entity, single)));
            } else if (type.startsWith("image/") && !"attachment".equalsIgnoreCase(entity.getDispositionType())) {
                contents.pictures++;
            } else if (single instanceof BinaryBody || single instanceof TextBody) {
                contents.attachments.add(
                        new Attachment(name(entity, contents, ending(type)), type, Spool.ofBytes(bytes(single))));
            }
        }
    }

    /** Of alternatives the plainest that holds words. */
    private void collectAll(Multipart parts, boolean alternatives, Contents contents, int depth)
            throws Refusal, IOException {
        int textBefore = contents.length();
        for (Entity part : parts.getBodyParts()) {
            if (alternatives
                    && contents.length() > textBefore
                    && part.getMimeType().startsWith("text/")) {
                continue;
            }
            collect(part, contents, depth + 1);
        }
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String words(Entity entity, SingleBody body) throws Refusal, IOException {
        Optional<Charset> charset = Optional.empty();
        try {
            charset = Optional.ofNullable(entity.getCharset()).map(Charset::forName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            charset = Optional.empty();
        }
        byte[] bytes = bytes(body);
        return bytes.length == 0 ? "" : Decoded.of(bytes, charset).text();
    }

    private String htmlText(String page) throws Refusal {
        return html.wholeText(page);
    }

    /** Lines that end in a space go on in the next (RFC 3676), if the mail says that it is written so. */
    private static String plain(Entity entity, String text) {
        Field field = entity.getHeader().getField("Content-Type");
        boolean flowed =
                field instanceof ContentTypeField type && "flowed".equalsIgnoreCase(type.getParameter("format"));
        String lines = text.replace("\r\n", "\n");
        return flowed ? lines.replaceAll("(?m)(?<!^--)(?<=\\S) \n(?![>\\s]|-- ?$)", " ") : lines;
    }

    private static String name(Entity entity, Contents contents, String ending) {
        String name = entity.getFilename();
        return name == null || name.isBlank()
                ? "attachment-" + (contents.attachments.size() + 1) + "." + ending
                : Names.last(Names.shown(name));
    }

    private static String ending(String type) {
        return switch (type) {
            case "text/plain" -> "txt";
            case "text/html" -> "html";
            case "application/pdf" -> "pdf";
            default -> "bin";
        };
    }

    private static Facts facts(Message mail) {
        Facts facts = Facts.none();
        if (mail.getSubject() != null && !mail.getSubject().isBlank()) {
            facts = facts.withTitle(Known.of(mail.getSubject().strip(), "Subject"));
        }
        if (mail.getFrom() != null && !mail.getFrom().isEmpty()) {
            Mailbox from = mail.getFrom().get(0);
            String name = from.getName() == null || from.getName().isBlank()
                    ? from.getAddress()
                    : from.getName().strip();
            facts = facts.withByline(Known.of(name, "From"));
            String box = from.getLocalPart() == null ? "" : from.getLocalPart().toLowerCase(Locale.ROOT);
            if (OFFICE.matcher(box).matches()) {
                facts = facts.withOutlet(Known.of(name, "From, an office's mailbox"));
            }
        }
        Field organization = mail.getHeader().getField("Organization");
        if (organization != null && !organization.getBody().isBlank()) {
            facts = facts.withOutlet(Known.of(organization.getBody().strip(), "Organization"));
        }
        return facts.withPublished(date(mail));
    }

    /** The day at the sender's place. */
    private static Known<PartialDate> date(Message mail) {
        Field field = mail.getHeader().getField("Date");
        if (field == null) {
            return Known.unknown();
        }
        String written = field.getBody().replaceAll("\\([^)]*\\)", "").strip().replaceAll("\\s+", " ");
        try {
            OffsetDateTime date = OffsetDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Known.of(PartialDate.of(date.toLocalDate()), "Date");
        } catch (DateTimeException e) {
            return Known.unknown();
        }
    }

    /** What a mail holds. */
    private static final class Contents {
        private final StringBuilder words = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();
        private long pictures;
        private boolean encrypted;

        void add(String more) {
            if (!more.isBlank()) {
                words.append(words.length() == 0 ? "" : "\n\n").append(more.strip());
            }
        }

        int length() {
            return words.length();
        }

        String text() {
            return words.toString();
        }
    }

    /** Something a mail carries. */
    private record Attachment(String name, String type, Spool bytes) {}
}
