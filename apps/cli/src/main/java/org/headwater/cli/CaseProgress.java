package org.headwater.cli;

import java.util.Locale;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.ReadProgress;
import org.headwater.cli.screen.Progress;

/** Shows how a run over a case goes, and passes on the wish to stop. */
final class CaseProgress implements ReadListener {
    private final Progress progress;
    private final Interruption interruption;

    CaseProgress(Progress progress, Interruption interruption) {
        this.progress = progress;
        this.interruption = interruption;
    }

    @Override
    public void progress(ReadProgress now) {
        String name = switch (now.stage()) {
            case CAPTURING -> "capturing";
            case READING -> "reading";
            case SETTLING -> "following claims upstream";
            case VERIFYING -> "checking";
            case COPYING -> "copying";
        };
        String refused = now.refused() == 0 ? "" : String.format(Locale.ROOT, "%d not read · ", now.refused());
        boolean inBytes = now.stage() == ReadProgress.Stage.VERIFYING || now.stage() == ReadProgress.Stage.COPYING;
        progress.show(
                name,
                inBytes ? megabytes(now.done()) : now.done(),
                inBytes ? megabytes(now.total()) : now.total(),
                refused + (inBytes ? "MB" : name(now.current())));
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    /** The file or entry alone: folders leave no room on a line. */
    private static String name(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    @Override
    public boolean stopRequested() {
        return interruption.isRequested();
    }
}
