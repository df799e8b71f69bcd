package org.headwater.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class FilesAddedTest {
    /** A page that was closed, as Tomcat has it once it told so: nothing can be sent, and nothing completed. */
    private static final class Closed extends SseEmitter {
        private int asked;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            asked++;
            throw new IOException("Broken pipe");
        }

        @Override
        public synchronized void completeWithError(Throwable fault) {
            throw new IllegalStateException("the call to AsyncListener.onError() had returned");
        }
    }

    @Test
    void aPageThatIsClosedDoesNotEndTheWork() {
        Closed page = new Closed();

        assertThatCode(() -> FilesAdded.send(page, RunState.idle(List.of(), 1))).doesNotThrowAnyException();
        assertThat(page.asked).isEqualTo(1);
    }
}
