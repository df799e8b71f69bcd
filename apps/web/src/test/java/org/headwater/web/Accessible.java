package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a page against the rules for what everybody can use (WCAG 2.2, A and AA, and good practice). */
final class Accessible {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessible() {}

    static void assertIs(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .limit(3)
                                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                                .collect(Collectors.joining(" | "))))
                .as(page.url())
                .isEmpty();
    }
}
