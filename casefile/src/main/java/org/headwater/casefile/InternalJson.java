package org.headwater.casefile;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.headwater.model.DerivationId;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityId;
import org.headwater.model.FindingId;
import org.headwater.model.ItemId;
import org.headwater.model.OriginId;
import org.headwater.model.PartialDate;
import org.headwater.model.Sha256;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/**
 * How derived values stand in the store: one JSON text a row. Only this module reads it, and a rebuild makes it anew, so
 * it needs no version of its own.
 */
final class InternalJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new ComponentsOnly())
            .addModule(new Jdk8Module())
            .addModule(values())
            // Rows that an older version wrote lack the lists that came since.
            .withConfigOverride(
                    List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private InternalJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode node(Object value) {
        return JSON.valueToTree(value);
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getSimpleName(), e);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw unreadable(type.getType().getTypeName(), e);
        }
    }

    private static IllegalStateException unreadable(String what, JsonProcessingException e) {
        return new IllegalStateException(
                "Cannot read " + what + " from the store: " + e.getOriginalMessage() + " (rebuild the case)", e);
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("headwater");
        text(module, ItemId.class, ItemId::value, ItemId::new);
        text(module, DocumentId.class, DocumentId::value, DocumentId::new);
        text(module, StatementId.class, StatementId::value, StatementId::new);
        text(module, EntityId.class, EntityId::value, EntityId::new);
        text(module, DerivationId.class, DerivationId::value, DerivationId::new);
        text(module, OriginId.class, OriginId::value, OriginId::new);
        text(module, FindingId.class, FindingId::value, FindingId::new);
        text(module, Sha256.class, Sha256::hex, Sha256::new);
        text(module, Instant.class, Instant::toString, Instant::parse);
        text(module, PartialDate.class, PartialDate::toString, PartialDate::parse);
        slot(module, SlotValue.class);
        slot(module, SlotValue.Count.class);
        slot(module, SlotValue.Period.class);
        slot(module, SlotValue.Place.class);
        slot(module, SlotValue.Party.class);
        slot(module, SlotValue.Word.class);
        slot(module, SlotValue.Several.class);
        tree(module, Statement.class, WrittenForm::node, WrittenForm::read);
        return module;
    }

    private static <T extends SlotValue> void slot(SimpleModule module, Class<T> type) {
        tree(module, type, WrittenForm::slotNode, node -> type.cast(WrittenForm.slot(node)));
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return read.apply(json.getText());
            }
        });
    }

    private static <T> void tree(
            SimpleModule module, Class<T> type, Function<T, JsonNode> write, Function<JsonNode, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeTree(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                JsonNode node = json.readValueAsTree();
                return read.apply(node);
            }
        });
    }

    /** A record's components are its properties; questions such as {@code isKnown} are not. */
    private static final class ComponentsOnly extends JacksonAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return super.hasIgnoreMarker(member)
                    || (member instanceof AnnotatedMethod
                            && member.getDeclaringClass().isRecord()
                            && Arrays.stream(member.getDeclaringClass().getRecordComponents())
                                    .noneMatch(component -> component.getName().equals(member.getName())));
        }
    }
}
