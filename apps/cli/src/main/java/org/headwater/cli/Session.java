package org.headwater.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.headwater.casefile.CaseSettings;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;
import org.headwater.reading.ReadingLimits;

/**
 * What a command may use of the world around it.
 *
 * @param screen where it prints
 * @param clock the time
 * @param folder the folder that relative paths start from
 * @param home the folder of the program, which holds its samples
 * @param command how the program was called, for hints on what to type next
 * @param user who is at the keyboard, for the custody log and for decisions
 * @param passphrases where the passphrase of sealed originals comes from, if no option says so
 * @param limits bounds on what is read; refuses where they are set to something that makes no sense
 */
record Session(
        Screen screen,
        Clock clock,
        Path folder,
        Path home,
        String command,
        String user,
        PassphraseSource passphrases,
        Supplier<ReadingLimits> limits) {
    /** A session with the usual bounds. */
    Session(
            Screen screen,
            Clock clock,
            Path folder,
            Path home,
            String command,
            String user,
            PassphraseSource passphrases) {
        this(screen, clock, folder, home, command, user, passphrases, ReadingLimits::standard);
    }

    /** The usual settings of a case with the bounds of this session; they ask for no passphrase. */
    CaseSettings settings() {
        return CaseSettings.usual(clock, user).withLimits(limits.get());
    }

    /** The path that was typed, as seen from the folder the command was started in. */
    Path path(String typed) {
        return folder.resolve(typed).normalize();
    }

    Session with(PassphraseSource other) {
        return new Session(screen, clock, folder, home, command, user, other, limits);
    }

    Session with(Screen other) {
        return new Session(other, clock, folder, home, command, user, passphrases, limits);
    }
}
