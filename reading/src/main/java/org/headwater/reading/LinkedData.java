package org.headwater.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page's JSON-LD says about its article, after <a href="https://schema.org/Article">schema.org</a>. What cannot be
 * parsed says nothing.
 */
final class LinkedData {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();
    private static final Pattern ARTICLE =
            Pattern.compile(".*(?:Article|BlogPosting|Report|LiveBlogPosting|CreativeWork|Review)$");
    private static final Pattern PAGE = Pattern.compile(".*(?:WebPage|ItemPage)$");

    private final List<Map<String, Object>> things;

    private LinkedData(List<Map<String, Object>> things) {
        this.things = things;
    }

    /** The things that the scripts describe, articles first. */
    static LinkedData of(List<String> scripts) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String script : scripts) {
            parse(script).ifPresent(value -> collect(value, all));
        }
        List<Map<String, Object>> sorted = new ArrayList<>();
        all.stream().filter(thing -> is(thing, ARTICLE)).forEach(sorted::add);
        all.stream().filter(thing -> is(thing, PAGE)).forEach(sorted::add);
        return new LinkedData(sorted);
    }

    /** The text of a property of the article, or the name of the thing it holds. */
    Optional<String> text(String property) {
        for (Map<String, Object> thing : things) {
            Optional<String> text = words(thing.get(property));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** A page's broken data says nothing. */
    private static Optional<Object> parse(String script) {
        try (JsonParser json = JSON.createParser(script)) {
            json.nextToken();
            return Optional.of(value(json));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> words(Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
        }
        if (value instanceof Map<?, ?> thing) {
            Optional<String> name = words(thing.get("name"));
            return name.isPresent() ? name : words(thing.get("@id"));
        }
        if (value instanceof List<?> list) {
            List<String> names = new ArrayList<>();
            list.forEach(each -> words(each).ifPresent(names::add));
            return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
        }
        return Optional.empty();
    }

    private static boolean is(Map<String, Object> thing, Pattern type) {
        Object declared = thing.get("@type");
        if (declared instanceof List<?> types) {
            return types.stream().anyMatch(each -> type.matcher(each.toString()).matches());
        }
        return declared != null && type.matcher(declared.toString()).matches();
    }

    private static void collect(Object value, List<Map<String, Object>> into) {
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, into));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> thing = new LinkedHashMap<>();
            map.forEach((key, each) -> thing.put(key.toString(), each));
            into.add(thing);
            collect(map.get("@graph"), into);
            collect(map.get("mainEntity"), into);
        }
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                map.put(name, value(json));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                list.add(value(json));
            }
            return list;
        }
        return token == null ? "" : json.getText();
    }
}
