package org.headwater.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.headwater.web.page.OpenCase;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Files that are added in the browser, and how the work on them goes. */
@Controller
class FilesAdded {
    private static final long UNTIL_CLOSED = 0;

    private final OpenCase open;
    private final Runs runs;
    private final Inbox inbox;

    FilesAdded(OpenCase open, Runs runs) throws IOException {
        this.open = open;
        this.runs = runs;
        this.inbox = new Inbox(open.inbox());
    }

    /** A file as the browser sends it. */
    private record Sent(MultipartFile file) implements Inbox.Incoming {
        @Override
        public String name() {
            return file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    /** What could not be read, and what is in the works. */
    @GetMapping("/files")
    String show(Model model) {
        model.addAttribute("refusals", open.holdings().refusals(0, 200));
        return "files";
    }

    @PostMapping("/files")
    String add(@RequestParam("files") List<MultipartFile> files) throws IOException {
        List<Sent> sent = files.stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isBlank())
                .map(Sent::new)
                .toList();
        if (!sent.isEmpty()) {
            inbox.put(sent);
            runs.go();
        }
        return "redirect:/files";
    }

    /** How the work goes, as it goes. */
    @GetMapping("/runs/events")
    SseEmitter events() {
        SseEmitter emitter = new SseEmitter(UNTIL_CLOSED);
        Runnable deaf = runs.listen(state -> send(emitter, state));
        emitter.onCompletion(deaf);
        emitter.onTimeout(deaf);
        emitter.onError(lost -> deaf.run());
        send(emitter, runs.state());
        return emitter;
    }

    /** How the work stands now, for who cannot hear events. */
    @GetMapping(path = "/runs/state", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String state() {
        return RunJson.of(runs.state());
    }

    /** Called by the thread that does the work, which must not end because somebody closed a page. */
    static void send(SseEmitter emitter, RunState state) {
        try {
            emitter.send(SseEmitter.event().name("run").data(RunJson.of(state), MediaType.TEXT_PLAIN));
        } catch (IOException | IllegalStateException e) {
            // The page was closed. The container tells the emitter itself, and completing it from here as well is not
            // allowed once that is under way.
        }
    }
}
