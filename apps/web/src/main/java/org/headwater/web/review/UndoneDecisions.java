package org.headwater.web.review;

import java.time.Duration;
import java.util.Map;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.model.StatementId;
import org.headwater.web.intake.Runs;
import org.headwater.web.page.OpenCase;
import org.headwater.web.page.OwnPath;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes back decisions. */
@Controller
class UndoneDecisions {
    private final OpenCase open;
    private final Runs runs;

    UndoneDecisions(OpenCase open, Runs runs) {
        this.open = open;
        this.runs = runs;
    }

    @PostMapping("/decisions/{number}/undo")
    String undo(@PathVariable("number") long number, @RequestParam("back") String back) throws CaseException {
        open.record(Decision.Action.UNDO, Long.toString(number), Map.of(), "", Long.MAX_VALUE);
        runs.goAndWait(Duration.ofSeconds(3));
        return "redirect:" + (isGone(back) ? "/review" : OwnPath.of(back));
    }

    /** A statement that was added by hand is no more when its addition is taken back. */
    private boolean isGone(String back) {
        return back.matches("/review/st_[0-9a-f]{20}")
                && open.holdings()
                        .statement(new StatementId(back.replaceFirst("^/review/", "")))
                        .isEmpty();
    }
}
