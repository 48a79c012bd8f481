package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.session.SessionPart.Change;
import dev.cachewright.ui.SampleCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionPartTest {

    private static final PromptMark FIRST = new PromptMark("a.prompt", "1");
    private static final CallTarget TARGET = new CallTarget("Simulator", "gpt-5.4", Api.CHAT, FIRST);

    private static List<Call> calls(CallTarget... targets) {
        var calls = new ArrayList<Call>();
        for (CallTarget target : targets) {
            Call call = SampleCalls.warmCall(calls.size() + 1);
            calls.add(new Call(call.number(), target, call.forecast(), call.measurement(), call.bill()));
        }
        return calls;
    }

    private static Optional<Change> change(CallTarget now) {
        return SessionPart.of(calls(TARGET, now)).getLast().change();
    }

    @Test
    void noCallsHaveNoParts() {
        assertThat(SessionPart.of(List.of())).isEmpty();
    }

    @Test
    void callsThatAreAlikeAreOnePart() {
        assertThat(SessionPart.of(calls(TARGET, TARGET, TARGET)))
                .containsExactly(new SessionPart(0, 3, Optional.empty()));
    }

    @Test
    void aPartGoesOnUntilSomethingChanges() {
        var other = new CallTarget("Simulator", "gpt-4o", Api.CHAT, FIRST);

        assertThat(SessionPart.of(calls(TARGET, TARGET, other, TARGET))).containsExactly(
                new SessionPart(0, 2, Optional.empty()), new SessionPart(2, 3, Optional.of(Change.MODEL)),
                new SessionPart(3, 4, Optional.of(Change.MODEL)));
    }

    @Test
    void whatChangedMostIsNamed() {
        assertThat(change(new CallTarget("OpenAI", "gpt-4o", Api.RESPONSES, new PromptMark("b.prompt", "1"))))
                .contains(Change.PROMPT);
        assertThat(change(new CallTarget("OpenAI", "gpt-4o", Api.RESPONSES, new PromptMark("a.prompt", "2"))))
                .contains(Change.MODEL);
        assertThat(change(new CallTarget("OpenAI", "gpt-5.4", Api.RESPONSES, new PromptMark("a.prompt", "2"))))
                .contains(Change.EDITION);
        assertThat(change(new CallTarget("OpenAI", "gpt-5.4", Api.RESPONSES, FIRST))).contains(Change.PROFILE);
        assertThat(change(new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES, FIRST))).contains(Change.API);
    }

    /// Calls that an earlier version kept do not know their prompt.
    @Test
    void aPromptThatIsNotKnownIsNoChange() {
        assertThat(change(new CallTarget("Simulator", "gpt-5.4", Api.CHAT))).isEmpty();
    }
}
