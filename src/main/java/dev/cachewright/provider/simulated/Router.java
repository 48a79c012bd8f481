package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Call;
import dev.cachewright.provider.simulated.answer.Reply;
import dev.cachewright.provider.simulated.claude.ClaudeEndpoints;
import dev.cachewright.provider.simulated.openai.OpenAiEndpoints;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Finds the endpoint of a request and writes what it answers or why it does not.
final class Router implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Router.class.getName());
    private static final String MODELS = "/v1/models/";

    private final OpenAiEndpoints openai;
    private final ClaudeEndpoints claude;
    private final Gate gate;
    private final Faults faults;
    private final AtomicLong number = new AtomicLong();

    Router(OpenAiEndpoints openai, ClaudeEndpoints claude, Gate gate, Faults faults) {
        this.openai = openai;
        this.claude = claude;
        this.gate = gate;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        Form form = Form.of(http);
        String id = "req_" + String.format("%016x", number.incrementAndGet());
        var reply = new WireReply(new HttpWire(http), form, id);
        try (http) {
            try {
                answer(reply, http);
            } catch (ApiError e) {
                reply.error(e);
                Admission.discard(http);
            } catch (BrokenWire.Broken _) {
                // What was to happen, happened.
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The simulator failed on " + http.getRequestURI(), e);
                if (http.getResponseCode() < 0) {
                    reply.error(ApiError.internal());
                }
            }
        }
    }

    /// What can be refused by the head of a request is refused before its body is read.
    private void answer(WireReply reply, HttpExchange http) throws IOException {
        Admission.checkHead(http.getRequestHeaders());
        Endpoint endpoint = endpointOf(http, reply.form());
        gate.checkKey(http.getRequestHeaders(), reply.form());
        checkVersion(http.getRequestHeaders(), reply.form());
        String body = Admission.read(http);
        var call = new Call(body, betas(http.getRequestHeaders()));
        if (!endpoint.isLimited()) {
            endpoint.action().answer(reply, call);
            return;
        }
        gate.checkRate(reply.form());
        Optional<FaultPlan> failing = faults.next();
        if (failing.isPresent()) {
            fail(failing.get(), endpoint, reply, http, call);
        } else {
            endpoint.action().answer(reply, call);
        }
    }

    private void fail(FaultPlan failing, Endpoint endpoint, WireReply reply, HttpExchange http, Call call)
            throws IOException {
        Faults.checkStatus(failing.fault());
        Wire wire = faults.wire(failing, reply.wire(), http.getRemoteAddress().getPort());
        var faulty = new WireReply(wire, reply.form(), reply.requestId());
        try {
            endpoint.action().answer(new FaultyReply(faulty, failing.fault(), reply.form()), call);
        } catch (FaultyReply.Ended _) {
            // The stream ends here, in good order.
        } catch (ApiError e) {
            faulty.error(e);
        }
        wire.end();
    }

    private Endpoint endpointOf(HttpExchange http, Form form) {
        String path = http.getRequestURI().getPath().replaceFirst("(?<=.)/$", "");
        Endpoint endpoint = endpointOf(path, form).orElseThrow(() -> ApiError.notFound("",
                "Invalid URL (" + http.getRequestMethod() + " " + path + ")"));
        if (!http.getRequestMethod().equals(endpoint.method())) {
            throw ApiError.wrongMethod(http.getRequestMethod(), path, endpoint.method());
        }
        return endpoint;
    }

    private Optional<Endpoint> endpointOf(String path, Form form) {
        boolean isClaude = form == Form.CLAUDE;
        return switch (path) {
            case "/v1/chat/completions" -> Optional.of(new Endpoint("POST", true, openai::chat));
            case "/v1/responses" -> Optional.of(new Endpoint("POST", true, openai::responses));
            case "/v1/responses/input_tokens" -> Optional.of(new Endpoint("POST", false, openai::inputTokens));
            case "/v1/messages" -> Optional.of(new Endpoint("POST", true, claude::messages));
            case "/v1/messages/count_tokens" -> Optional.of(new Endpoint("POST", false, claude::countTokens));
            case "/v1/models" -> Optional.of(Endpoint.get(isClaude ? claude::models : openai::models));
            default -> path.startsWith(MODELS)
                    ? Optional.of(Endpoint.get(model(path.substring(MODELS.length()), isClaude)))
                    : Optional.empty();
        };
    }

    private Listing model(String id, boolean isClaude) {
        return reply -> {
            if (isClaude) {
                claude.model(reply, id);
            } else {
                openai.model(reply, id);
            }
        };
    }

    private static void checkVersion(Headers headers, Form form) {
        if (form == Form.CLAUDE && !headers.containsKey(Form.VERSION)) {
            throw ApiError.badRequest(Form.VERSION + ": header is required");
        }
    }

    private static Set<String> betas(Headers headers) {
        return headers.getOrDefault("anthropic-beta", List.of()).stream().flatMap(line -> Arrays.stream(line.split(
                ","))).map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /// @param isLimited whether it is one of the calls that a rate limit and faults are about
    private record Endpoint(String method, boolean isLimited, Action action) {

        static Endpoint get(Listing listing) {
            return new Endpoint("GET", false, (reply, _) -> listing.answer(reply));
        }
    }

    private interface Action {
        void answer(Reply reply, Call call) throws IOException;
    }

    private interface Listing {
        void answer(Reply reply) throws IOException;
    }
}
