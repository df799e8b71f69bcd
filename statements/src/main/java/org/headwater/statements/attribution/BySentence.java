package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;

/** Things filed under the sentences that their spans touch, so that looking for neighbours takes no longer in long texts. */
final class BySentence<T> {
    private final ParsedText text;
    private final List<List<T>> filed = new ArrayList<>();

    BySentence(ParsedText text) {
        this.text = text;
        for (int i = 0; i < text.size(); i++) {
            filed.add(new ArrayList<>(2));
        }
    }

    void file(T thing, List<Span> spans) {
        for (Span span : spans) {
            for (int sentence : text.sentencesIn(span)) {
                List<T> list = filed.get(sentence);
                if (list.isEmpty() || !list.get(list.size() - 1).equals(thing)) {
                    list.add(thing);
                }
            }
        }
    }

    /** All that is filed under the sentence, in the order of filing. */
    List<T> at(int sentence) {
        return filed.get(sentence);
    }

    /** All that is filed under the sentences that the span touches, each once. */
    List<T> at(Span span) {
        return text.sentencesIn(span).stream()
                .flatMap(sentence -> filed.get(sentence).stream())
                .distinct()
                .toList();
    }
}
