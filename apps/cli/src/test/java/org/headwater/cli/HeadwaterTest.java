package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The command line as such: help, mistakes, exit codes. */
class HeadwaterTest {
    private final Typed typed = Typed.inNoFolder();

    @Test
    void showsItsCommandsAndExitCodes() {
        Typed.Answer answer = typed.run();

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Usage: headwater")
                .contains("Exit codes")
                .contains("130   stopped by Ctrl-C");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void saysTheValuesOfAnOptionAsTheyAreTyped() {
        assertThat(typed.run("export", "my.case", "out", "--as", "pdf").err())
                .contains("Invalid value for option '--as': expected bag but was 'pdf'");
        assertThat(typed.run("statements", "my.case", "--format", "pdf").err())
                .contains("expected table, csv or jsonl but was 'pdf'");
    }

    @Test
    void saysWhatItDoesNotUnderstandAndWhereHelpIs() {
        Typed.Answer answer = typed.run("dance");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Cannot understand the command line").contains("headwater --help");
    }
}
